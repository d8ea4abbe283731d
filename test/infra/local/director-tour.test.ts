import { expect, it } from 'vitest'
import { nantong } from '../../../infra/local/demonstration.ts'
import type { Cast, Member } from '../../../infra/local/director/cast.ts'
import { tourOf } from '../../../infra/local/director/tour.ts'
import { wordsIn } from '../../../infra/local/director/words/words.ts'
import { Month } from '../../../shared/domain/month.ts'
import { OpenId } from '../../../shared/domain/person.ts'
import { UnitPath } from '../../../shared/domain/unit.ts'
import type { MonthRecord } from '../../../shared/ports.ts'

const township = UnitPath.parse(nantong.units.find(({ path }) => path.split('/').length === 3)?.path)
const member = (name: string, role: Member['role']): Member => ({
  ...{ person: OpenId.parse(`ou_${name}`), name, role, unit: township },
})
const cast: Cast = {
  everyone: [],
  city: [member('gao', 'city')],
  officers: [member('wei', 'officer')],
  heads: [member('peng', 'head')],
  reviewers: [],
  leader: member('huang', 'leader'),
  township,
  group: 'oc_city',
}
const recordOf = (state: MonthRecord['state'], month = Month.parse('2023-02')): MonthRecord => ({
  ...{
    programme: nantong.programme.id,
    month,
    revision: 1,
    state,
    due: 1,
    explainBy: 2,
    closes: 3,
    snapshot: 1,
  },
})
const tour = (shown?: MonthRecord, language = 'zh', arrived: readonly string[] = []) =>
  tourOf(
    { now: 4, plan: nantong, month: Month.parse('2023-02'), tallies: [], ...(shown && { shown }) },
    cast,
    { mistaken: false, read: false, arrived: new Set(arrived) },
    wordsIn(language),
  )

it('says what was missed once the month is closed, and leads nowhere for it', () => {
  const missed = tour(recordOf('closed')).filter((step) => step.missed)
  expect(missed.map(({ id }) => id)).toEqual(['file', 'mistake', 'overdue'])
  expect(missed.flatMap(({ as, action }) => [as, action]).filter(Boolean)).toEqual([])
  expect(tour(recordOf('open')).filter((step) => step.missed)).toEqual([])
})

it('leads from the preview to the group of the leaders when the month is published', () => {
  expect(tour(recordOf('closed')).at(-1)).toMatchObject({ as: 'ou_gao', action: 'to-publication' })
  const last = tour(recordOf('published')).at(-1)
  expect(last).toMatchObject({ as: 'ou_huang', chat: 'oc_city', done: false })
  expect(last).not.toHaveProperty('action')
})

it('begins with the way to the day on which the city is asked, and knows that January is published with February', () => {
  expect(tour()[0]).toMatchObject({ id: 'open', action: 'next', done: false })
  expect(tour(recordOf('closed', Month.parse('2023-01'))).at(-1)?.text).toContain('和2月一起看')
})

it('says which step’s card is still on its way', () => {
  const waiting = (...given: Parameters<typeof tour>) =>
    tour(...given).flatMap(({ id, waits }) => (waits ? [id] : []))
  expect(waiting()).toEqual([])
  expect(waiting(recordOf('confirming'))).toEqual(['open', 'file'])
  expect(waiting(recordOf('open'))).toEqual(['file'])
  expect(waiting(recordOf('open'), 'zh', ['open', 'file'])).toEqual([])
  expect(waiting(recordOf('published'))).toContain('read')
  expect(waiting(recordOf('published'), 'zh', ['file', 'read'])).toEqual([])
})

it('speaks English to whoever reads English, but for the words that stand on the cards', () => {
  const states = [undefined, recordOf('confirming'), recordOf('closed'), recordOf('published')]
  const texts = states.flatMap((shown) => tour(shown, 'en')).map(({ title, text }) => `${title} ${text}`)
  const onCards = /开表|开始填报|提交本页|一百五|销售|发布/g
  const names = new RegExp(nantong.units.map(({ name }) => name).join('|'), 'g')
  const chinese = texts.filter((text) =>
    /\p{Script=Han}/u.test(text.replaceAll(onCards, '').replaceAll(names, '')),
  )
  expect(chinese).toEqual([])
  expect(texts[0]).toContain('Thu 9 March, 09:00')
})
