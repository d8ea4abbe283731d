import { describe, expect, it } from 'vitest'
import { reviewList } from '../../bot/cards/review-list.ts'
import { queueToken } from '../../bot/flows/review-token.ts'
import { buttonsOf, nodesOf, textsOf } from '../bot/said-of.ts'
import { acts } from '../build/acts.ts'
import { presses } from '../build/presses.ts'
import { aSmallCity, month, people, plan, programme, unit } from '../build/small-city.ts'

/** The small city filed, with one firm of each township of 通州 that stands still. */
const aReviewedCity = async () => {
  const city = await aSmallCity()
  await city.tick('2023-04-07', '09:00')
  await city.pressOpening()
  await city.tick('2023-04-10', '09:00')
  const { file, halt } = acts(city)
  for (const township of [unit.jinsha, unit.xiting, unit.rucheng]) {
    await file(township, people.zhang)
    const firm = city.firms.find((one) => one.unit === township)
    if (firm) await halt(township, people.zhang, firm.code)
  }
  return city
}

describe('the queue of a district', () => {
  it('is read in one query over the tallies and one for each of its townships that waits', async () => {
    const city = await aReviewedCity()
    const calls: string[] = []
    const store = new Proxy(city.ports.store, {
      get(of, name, receiver) {
        if (name === 'tallies' || name === 'reports') calls.push(name)
        return Reflect.get(of, name, receiver)
      },
    })
    const { press } = presses({ ...city, ports: { ...city.ports, store } })
    const token = queueToken({ programme: programme.id, month, district: unit.tongzhou })()
    const { card } = await press(people.tongzhou, token)
    expect(calls.toSorted()).toEqual(['reports', 'reports', 'tallies'])
    expect(card?.header.title.content).toBe('tongzhou 3月：2 户要看')
    const said = textsOf(card).join('\n')
    expect(said).toContain('jinsha　**1 试验0之0机械**')
    expect(said).toContain('xiting　**1 试验1之0机械**')
    expect(said).not.toContain('试验2')
    expect(buttonsOf(card)).toContain('去jinsha办')
    const button = nodesOf(card).find(({ name }) => name === 'firm_0')
    const [behavior] = (button?.behaviors ?? []) as { value: object }[]
    expect((await press(people.tongzhou, behavior?.value)).card?.header.title.content).toBe('jinsha 3月 审核')
  })

  it('is offered where one district has several townships that wait, and is its own reviewers’ alone', async () => {
    const city = await aReviewedCity()
    const tallies = await city.ports.store.tallies(programme.id, month)
    const of = (...townships: string[]) =>
      buttonsOf(
        reviewList(
          plan,
          tallies.filter(({ township }) => townships.includes(township)),
        ),
      )
    expect(of(unit.jinsha, unit.xiting)).toContain('不分乡镇，按影响大小看')
    expect(of(unit.jinsha)).not.toContain('不分乡镇，按影响大小看')
    expect(of(unit.jinsha, unit.rucheng)).not.toContain('不分乡镇，按影响大小看')
    const { press } = presses(city)
    const token = queueToken({ programme: programme.id, month, district: unit.tongzhou })()
    for (const who of [people.rugao, people.wang, people.city, people.leader])
      expect((await press(who, token)).toast?.say).toContain('权限')
  })
})
