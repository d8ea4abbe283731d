import { describe, expect, it } from 'vitest'
import { foldShares } from '../../../shared/domain/difficulty.ts'
import { CreditCode } from '../../../shared/domain/enterprise.ts'
import { OpenId } from '../../../shared/domain/person.ts'
import type { Report } from '../../../shared/domain/report.ts'
import { chasedCount, explainedCount, hasExplained, type Tally } from '../../../shared/domain/tally.ts'
import { reportDifficulty, resumeReminders, scopeOf } from '../../../shared/usecases/report-difficulty.ts'
import { settle } from '../../../shared/usecases/settle.ts'
import { aReport } from '../../build/report.ts'
import { aTally, deed } from '../../build/township.ts'

const wang = OpenId.parse('ou_wang')
const others = [wang]
/** Two firms of the one who speaks, three of a colleague, one of nobody. */
const firms: Report[] = [deed.by, deed.by, wang, wang, wang, undefined].map((officer, index) =>
  aReport({
    code: CreditCode.parse(`9132000060831974${index}X`),
    no: index + 1,
    ...(officer && { officer }),
  }),
)
const together = aTally([aReport(), aReport()])
const shares = foldShares(firms)
const sharedOut = aTally(firms, { ...(shares && { shares }) })

/** The tally after somebody spoke, or took it back. */
const left = (said: ReturnType<typeof reportDifficulty> | ReturnType<typeof resumeReminders>): Tally => {
  if (said.is !== 'noted') throw new Error(said.is)
  return { ...said.settlement.after, head: together.head }
}
const told = (tally: Tally, colleagues = others, by = deed.by) =>
  reportDifficulty({ tally, colleagues }, '企业失联', { ...deed, by })

describe('说明困难', () => {
  it('is kept with who, when, why and for what, and changes no figure', () => {
    const standing = { tally: together, colleagues: [] }
    const difficulty = { by: deed.by, at: deed.at, reason: '企业失联：已派人上门', scope: 'township' }
    expect(reportDifficulty(standing, ' 企业失联：已派人上门 ', deed)).toMatchObject({
      is: 'noted',
      tell: [],
      settlement: {
        move: 'difficulty',
        reason: difficulty.reason,
        reports: [],
        after: { sequence: 6, difficulties: [difficulty], counts: together.counts },
      },
    })
  })

  it.each([
    ['without words', together, '  ', 'no-reason'],
    ['after the close', aTally([], { closed: true }), '企业失联', 'closed'],
  ])('is not taken %s', (_, tally, reason, is) => {
    expect(reportDifficulty({ tally, colleagues: [] }, reason, deed)).toEqual({ is })
  })

  it('stands for the township where nothing is shared out, and every colleague is told', () => {
    const said = told(together)
    expect(said).toMatchObject({ tell: others })
    expect(chasedCount(left(said))).toBe(0)
  })

  it('stands for the firms of their own where they are shared out: a colleague’s go on being asked for', () => {
    const said = told(sharedOut)
    expect(said).toMatchObject({ tell: [], settlement: { after: { difficulties: [{ scope: 'own' }] } } })
    expect([explainedCount(left(said)), chasedCount(left(said))]).toEqual([2, 4])
    expect([hasExplained(left(said), deed.by), hasExplained(left(said), wang)]).toEqual([true, false])
  })

  it('leaves what nobody has to be asked for, when all who have firms have spoken', () => {
    expect(chasedCount(left(told(left(told(sharedOut)), [deed.by], wang)))).toBe(1)
  })

  it('stands for all of it where nobody else is there, or where the head speaks', () => {
    expect(scopeOf({ tally: sharedOut, colleagues: [] }, deed.by)).toBe('township')
    expect(scopeOf({ tally: sharedOut, colleagues: [deed.by, wang] }, OpenId.parse('ou_head'))).toBe(
      'township',
    )
  })

  it('is said once by each: a second time replaces the first', () => {
    expect(left(told(left(told(together)))).difficulties).toHaveLength(1)
  })

  it('keeps count of what is owed of each share while firms come in', () => {
    const [first, , third] = firms
    if (first === undefined || third === undefined) throw new Error('six firms')
    const filed = [first, third].map((before) => ({
      before,
      after: { ...before, state: 'submitted' as const },
    }))
    const later = settle(left(told(sharedOut)), filed, { ...deed, move: 'file' }).after
    expect(later.shares).toEqual({ [deed.by]: 1, [wang]: 2 })
    expect([explainedCount(later), chasedCount(later)]).toEqual([1, 3])
  })
})

describe('恢复提醒', () => {
  it('by a colleague brings the reminders of the township back, and whoever had explained is told', () => {
    const colleagues = [deed.by, OpenId.parse('ou_li')]
    const resumed = resumeReminders({ tally: left(told(together)), colleagues }, { ...deed, by: wang })
    expect(resumed).toMatchObject({ tell: colleagues, settlement: { move: 'end-difficulty' } })
    expect(chasedCount(left(resumed))).toBe(2)
  })

  it('leaves alone a colleague who spoke for firms of their own', () => {
    const tally = left(told(sharedOut))
    expect(resumeReminders({ tally, colleagues: [deed.by] }, { ...deed, by: wang })).toEqual({
      is: 'nothing-stopped',
    })
  })

  it('of one’s own firms concerns nobody else', () => {
    const resumed = resumeReminders({ tally: left(told(sharedOut)), colleagues: others }, deed)
    expect(resumed).toMatchObject({ is: 'noted', tell: [] })
    expect(chasedCount(left(resumed))).toBe(6)
  })

  it('comes too late after the close', () => {
    expect(resumeReminders({ tally: aTally([], { closed: true }), colleagues: [] }, deed)).toEqual({
      is: 'closed',
    })
  })
})
