import { describe, expect, it } from 'vitest'
import { checkCharacter } from '../../../shared/domain/check-character.ts'
import { makeCreditCode } from '../../../shared/domain/credit-code.ts'
import { type CreditCode, Enterprise, isOnRoster, placeIn } from '../../../shared/domain/enterprise.ts'
import { firmNames } from '../../../shared/domain/firm-names.ts'
import { Day } from '../../../shared/domain/instant.ts'
import { Month, monthsFrom } from '../../../shared/domain/month.ts'
import { OpenId } from '../../../shared/domain/person.ts'
import { type Registry, type RegistryAsk, registryChange } from '../../../shared/domain/registry.ts'
import { UnitPath } from '../../../shared/domain/unit.ts'

const m = (text: string) => Month.parse(text)
const path = (text: string) => UnitPath.parse(text)
const city = path('nt')
const tongzhou = path('nt/tongzhou')
const jinsha = path('nt/tongzhou/1')
const xiting = path('nt/tongzhou/2')
const rucheng = path('nt/rugao/1')
const officer = OpenId.parse('ou_zhang')
const codeOf = (index: number) => makeCreditCode('91320612', `R${String(index).padStart(7, '0')}`)
const code = codeOf(1)
const other = codeOf(2)

const firm = (about: object = {}): Enterprise =>
  Enterprise.parse({
    ...{ code, name: '南通恒力机械有限公司', unit: jinsha, division: '34', tier: 'growth', from: '2022-01' },
    ...about,
  })

/** April is to be opened next; the district keeps it. */
const registryOf = (firms: readonly Enterprise[], about: Partial<Registry> = {}): Registry => {
  const names = firmNames<Enterprise>(['南通市'])
  for (const one of firms) names.put(one)
  return {
    firms: new Map<CreditCode, Enterprise>(firms.map((one) => [one.code, one])),
    names,
    next: m('2023-04'),
    scopes: [tongzhou],
    townships: [jinsha, xiting, rucheng],
    tiers: ['growth', 'sprint'],
    officers: [{ person: officer, unit: xiting }],
    ...about,
  }
}

const adding = {
  ...{ is: 'add', code: other, name: '南通华星电子有限公司', division: '39', unit: xiting },
  ...{ tier: 'sprint', from: m('2023-05'), reason: '新建投产' },
} as const satisfies RegistryAsk
const moving = { is: 'move', code, unit: xiting, from: m('2023-05'), reason: '搬入园区' } as const
const renaming = { is: 'rename', code, name: '南通海达装备有限公司', reason: '更名' } as const
const ending = { is: 'deregister', code, from: m('2023-05'), reason: '注销登记' } as const
const retiering = { is: 'tier', code, tier: 'sprint', reason: '上年应税销售 1800 万元' } as const

const decide = (ask: RegistryAsk, firms: readonly Enterprise[] = [firm()], about: Partial<Registry> = {}) =>
  registryChange(registryOf(firms, about), ask)
const changed = (...given: Parameters<typeof decide>) => {
  const decision = decide(...given)
  if (decision.is !== 'change') throw new Error(`refused: ${decision.why}`)
  return decision
}
const whyNot = (...given: Parameters<typeof decide>): string => {
  const decision = decide(...given)
  return decision.is === 'refused' ? decision.why : 'changed'
}
/** Where it reports in each month from February to August; a dash where it does not. */
const life = (one: Enterprise): string =>
  monthsFrom(m('2023-02'), m('2023-08'))
    .map((month) => (isOnRoster(one, month) ? placeIn(one, month).unit.slice(-1) : '-'))
    .join('')

describe('新增', () => {
  it('takes a firm in from the month asked for', () => {
    expect(changed({ ...adding, officer })).toEqual({
      ...{ is: 'change', effective: '2023-05', putOff: false, innerCheckFails: false },
      after: {
        ...{ code: other, name: adding.name, unit: xiting, division: '39', tier: 'sprint' },
        ...{ from: '2023-05', officer, revision: 1 },
      },
    })
  })

  it('reads the code and the name as people type them', () => {
    const { after } = changed({
      ...adding,
      code: ` ${other.toLowerCase()} `,
      name: '南通 华星电子\n(中国)有限公司\u200b',
    })
    expect(after).toMatchObject({ code: other, name: '南通华星电子（中国）有限公司' })
  })

  it('leaves a frozen roster as it is, and says that it counts later', () => {
    const done = changed({ ...adding, from: m('2023-02') })
    expect(done).toMatchObject({ effective: '2023-04', putOff: true })
    expect(life(done.after)).toBe('--22222')
  })

  it('says that the inner check of the code fails, and takes it all the same', () => {
    expect(changed({ ...adding, code: '91350100M000100Y43' }).innerCheckFails).toBe(false)
    const body = `${other.slice(0, 16)}${other.charAt(16) === '1' ? '2' : '1'}`
    const odd = changed({ ...adding, code: `${body}${checkCharacter(body)}` })
    expect(odd.innerCheckFails).toBe(true)
  })

  it.each<[string, Partial<typeof adding> | object]>([
    ['code', { code: '9132' }],
    ['code', { code: `${other.slice(0, 17)}${other.endsWith('0') ? '1' : '0'}` }],
    ['name', { name: ' 厂 ' }],
    ['name', { name: '长'.repeat(61) }],
    ['signs', { name: '<at id=all></at>**坏**机械' }],
    ['signs', { name: '南通＊华星电子有限公司' }],
    ['signs', { name: '南通\u0007华星电子有限公司' }],
    ['reason', { reason: '  ' }],
    ['division', { division: '47' }],
    ['township', { unit: tongzhou }],
    ['not-yours', { unit: rucheng }],
    ['tier', { tier: 'gold' }],
    ['officer', { officer: OpenId.parse('ou_li') }],
    ['officer', { officer, unit: jinsha }],
    ['exists', { code }],
  ])('is refused for the %s of %j', (why, wrong) => {
    expect(whyNot({ ...adding, ...wrong })).toBe(why)
  })

  it('names the firm that has the code, wherever it is', () => {
    const there = firm({ code: other, unit: rucheng })
    expect(decide(adding, [there])).toEqual({ is: 'refused', why: 'exists', firm: there })
  })

  it('asks once about a near name, and does it when somebody is sure', () => {
    const near = { ...adding, name: '恒力机械股份有限公司' }
    expect(decide(near)).toEqual({ is: 'refused', why: 'near', firms: [firm()] })
    expect(changed({ ...near, distinct: true }).after.name).toBe('恒力机械股份有限公司')
  })

  describe('of a firm that is gone', () => {
    const listed = { on: Day.parse('2022-12-01'), by: 'ou_one', at: 1 }
    const gone = firm({ code: other, until: '2023-02', revision: 3, listed, officer: 'ou_old' })
    it('takes it in again, and its history goes on', () => {
      const done = changed(adding, [gone])
      expect(done.before).toEqual(gone)
      expect(done.after).toMatchObject({ revision: 4, listed, from: '2023-05', unit: xiting })
      expect(life(done.after)).toBe('---2222')
      expect(done.after).not.toHaveProperty('officer')
      expect(done.after).not.toHaveProperty('until')
    })

    it('is the city’s where it was another district’s', () => {
      const elsewhere = { ...gone, unit: rucheng }
      expect(decide(adding, [elsewhere])).toEqual({ is: 'refused', why: 'between-districts', unit: rucheng })
      expect(whyNot(adding, [elsewhere], { scopes: [city] })).toBe('changed')
    })

    it('is refused while it still is on a roster to come', () => {
      expect(whyNot(adding, [{ ...gone, until: m('2023-04') }])).toBe('exists')
    })
  })
})

describe('迁移', () => {
  it('leaves a firm where it is until the month before, with its officer there', () => {
    const { before, after, effective } = changed(moving, [firm({ officer: 'ou_old' })])
    expect([life(after), effective]).toEqual(['1112222', '2023-05'])
    expect(placeIn(after, m('2023-04'))).toMatchObject({ unit: jinsha, officer: 'ou_old' })
    expect(placeIn(after, m('2023-05'))).toEqual({ unit: xiting, officer: undefined })
    expect(before?.revision).toBeUndefined()
    expect(after.revision).toBe(1)
  })

  it('counts from the next roster where the month asked for is frozen', () => {
    const done = changed({ ...moving, from: m('2023-03') })
    expect([life(done.after), done.putOff]).toEqual(['1122222', true])
  })

  it('goes on from one township to the next, and back', () => {
    const there = changed(moving).after
    const back = changed({ ...moving, unit: jinsha, from: m('2023-07') }, [there]).after
    expect(life(back)).toBe('1112211')
    expect(life(changed({ ...moving, from: m('2023-08') }, [back]).after)).toBe('1112212')
  })

  it('may be put forward, put back or called off before it counts', () => {
    const there = changed({ ...moving, from: m('2023-06') }).after
    expect(life(there)).toBe('1111222')
    expect(life(changed({ ...moving, from: m('2023-04') }, [there]).after)).toBe('1122222')
    const stays = changed({ ...moving, unit: jinsha, from: m('2023-04') }, [there]).after
    expect(life(stays)).toBe('1111111')
    expect(stays).not.toHaveProperty('earlier')
  })

  it('takes a firm that has not begun along at once', () => {
    const { after } = changed(moving, [firm({ from: '2023-05' })])
    expect(life(after)).toBe('---2222')
    expect(after).not.toHaveProperty('earlier')
  })

  it.each<[string, Partial<typeof moving> | object]>([
    ['unknown', { code: other }],
    ['township', { unit: tongzhou }],
    ['between-districts', { unit: rucheng }],
    ['same', { unit: jinsha }],
    ['reason', { reason: '' }],
  ])('is refused as %s for %j', (why, wrong) => {
    expect(whyNot({ ...moving, ...wrong })).toBe(why)
  })

  it('from one district to another is the city’s alone, whoever answers for both', () => {
    const across = { ...moving, unit: rucheng }
    expect(whyNot(across, [firm()], { scopes: [tongzhou, path('nt/rugao')] })).toBe('between-districts')
    expect(whyNot(across, [firm()], { scopes: [city] })).toBe('changed')
  })
})

describe('更名, 注销 and a new tier', () => {
  it('a new name is used from the next roster on, and the old one is remembered', () => {
    const { after, effective } = changed(renaming)
    expect(after).toMatchObject({ name: renaming.name, revision: 1 })
    expect(after.formerly).toEqual({ name: firm().name, until: '2023-03' })
    expect(effective).toBe('2023-04')
  })

  it('a new name that is near another firm’s is asked about, and one near the firm’s own is not', () => {
    const twin = firm({ code: other, name: '南通海达装备制造有限公司' })
    expect(decide(renaming, [firm(), twin])).toEqual({ is: 'refused', why: 'near', firms: [twin] })
    expect(whyNot({ ...renaming, distinct: true }, [firm(), twin])).toBe('changed')
    expect(whyNot({ ...renaming, name: '恒力机械有限公司' })).toBe('changed')
  })

  it('ends with the month before the one asked for', () => {
    const { after, effective } = changed(ending)
    expect([life(after), effective]).toEqual(['111----', '2023-05'])
    expect(life(changed({ ...ending, from: m('2023-01') }).after)).toBe('11-----')
    expect(life(changed({ ...ending, from: m('2023-07') }, [after]).after)).toBe('11111--')
  })

  it('a tier is another one at once', () => {
    expect(changed(retiering).after.tier).toBe('sprint')
  })

  it.each<[string, RegistryAsk]>([
    ['name', { ...renaming, name: '厂' }],
    ['signs', { ...renaming, name: '**海达**装备有限公司' }],
    ['same', { ...renaming, name: ' 南通恒力机械有限公司' }],
    ['tier', { ...retiering, tier: 'gold' }],
    ['same', { ...retiering, tier: 'growth' }],
  ])('is refused for the %s of %j', (why, ask) => {
    expect(whyNot(ask)).toBe(why)
  })

  it('ending twice changes nothing', () => {
    expect(whyNot(ending, [changed(ending).after])).toBe('same')
  })

  it.each([moving, renaming, ending, retiering])('$is of a firm that is gone, or somebody else’s', (ask) => {
    const gone = firm({ until: '2023-03' })
    expect(decide(ask, [gone])).toEqual({ is: 'refused', why: 'gone', firm: gone })
    expect(decide(ask, [firm({ unit: rucheng })])).toEqual({
      ...{ is: 'refused', why: 'not-yours', unit: rucheng },
    })
    expect(whyNot(ask, [firm()], { scopes: [] })).toBe('not-yours')
  })
})
