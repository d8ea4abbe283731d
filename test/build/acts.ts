import type { CreditCode } from '../../shared/domain/enterprise.ts'
import type { Person } from '../../shared/domain/person.ts'
import type { Report } from '../../shared/domain/report.ts'
import type { Tally } from '../../shared/domain/tally.ts'
import type { UnitPath } from '../../shared/domain/unit.ts'
import type { Settlement } from '../../shared/ports.ts'
import { changeCondition } from '../../shared/usecases/change-condition.ts'
import { recordFigures } from '../../shared/usecases/record-figures.ts'
import { reportDifficulty, resumeReminders } from '../../shared/usecases/report-difficulty.ts'
import { acceptReports, returnReport } from '../../shared/usecases/review-month.ts'
import { month, people, programme, type SmallCity } from './small-city.ts'

const whole = { sales: '150', tax: '4.2', power: '3.1', staff: '45' }
type Look = { tally: Tally; reports: Report[] }
type Decided = { settlement?: Settlement }

/** What people of the small city do, decided and committed as their cards do it. */
export const acts = ({ ports, clock }: SmallCity) => {
  const turn = async (township: UnitPath, who: Person, decide: (look: Look, by: By) => object) => {
    const of = { programme: programme.id, month, township }
    const [tally, reports] = await Promise.all([ports.store.tally(of), ports.store.reports(of)])
    if (tally === undefined) throw new Error(`${township} is not open`)
    const decided: Decided = decide({ tally, reports }, { by: who.id, at: clock.at, via: 'card:test@1' })
    if (decided.settlement === undefined) throw new Error(JSON.stringify(decided))
    await ports.store.commit([decided.settlement], `${who.id}-${township}-${tally.sequence}`)
  }
  type By = { by: Person['id']; at: number; via: string }

  return {
    /** Everything that the township owes, or the first so many firms. */
    file: (township: UnitPath, who: Person, firms = 1000) =>
      turn(township, who, ({ tally, reports }, deed) =>
        recordFigures({
          ...{ programme, tally, reports, seen: tally.sequence, source: 'firm', deed },
          firms: reports.slice(0, firms).map(({ code }) => ({ code, figures: whole })),
        }),
      ),
    halt: (township: UnitPath, who: Person, code: CreditCode) =>
      turn(township, who, ({ tally, reports }, deed) => {
        const report = reports.find((one) => one.code === code)
        if (report === undefined) throw new Error(`${code} is not there`)
        return changeCondition(
          { tally, report, seen: tally.sequence, programme },
          { condition: 'suspended', reason: '检修' },
          deed,
        )
      }),
    difficulty: (township: UnitPath, who: Person, colleagues: readonly Person['id'][] = []) =>
      turn(township, who, ({ tally }, deed) => reportDifficulty({ tally, colleagues }, '企业失联', deed)),
    resumed: (township: UnitPath, who: Person, colleagues: readonly Person['id'][]) =>
      turn(township, who, ({ tally }, deed) => resumeReminders({ tally, colleagues }, deed)),
    accept: (township: UnitPath, who: Person) =>
      turn(township, who, (look, deed) =>
        acceptReports({ ...look, seen: look.tally.sequence }, deed, undefined),
      ),
    sendBack: (township: UnitPath, who = people.tongzhou) =>
      turn(township, who, (look, deed) => {
        const [first] = look.reports
        if (first === undefined) throw new Error(`${township} has no firm`)
        return returnReport({ ...look, seen: look.tally.sequence }, first.code, '请核对', deed)
      }),
  }
}
