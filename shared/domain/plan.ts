import * as z from 'zod'
import type { Month } from './month.ts'
import { Programme } from './programme.ts'
import { levelOf, parentOf, Unit, type UnitPath, within } from './unit.ts'

/** The units that count in a month, in the order of the plan. */
const unitsAt = (units: readonly Unit[], month: Month): Unit[] =>
  units.filter(
    ({ from, until }) => (from === undefined || from <= month) && (until === undefined || until >= month),
  )

const unitOf = (units: readonly Unit[], path: UnitPath): Unit | undefined =>
  units.find((unit) => unit.path === path)

/** A unit's name; its path where the plan no longer has it. */
export const nameOf = (units: readonly Unit[], path: UnitPath): string => unitOf(units, path)?.name ?? path

/** Compares units by their place in the plan (按行政区划顺序); one that the plan no longer has comes last. */
export const inPlanOrder = (units: readonly Unit[]): ((a: UnitPath, b: UnitPath) => number) => {
  const places = new Map(units.map(({ path }, place) => [path, place]))
  const placeOf = (path: UnitPath): number => places.get(path) ?? units.length
  return (a, b) => placeOf(a) - placeOf(b)
}

/** The rows of the target table. */
export const districtsAt = (units: readonly Unit[], month: Month): Unit[] =>
  unitsAt(units, month).filter(({ path }) => levelOf(path) === 'district')

/** The reporting townships and parks in `scope`. */
export const townshipsUnder = (units: readonly Unit[], scope: UnitPath, month: Month): Unit[] =>
  unitsAt(units, month).filter(({ path }) => levelOf(path) === 'township' && within(path, scope))

/** Where a village reports: an override first (通州湾 has villages of 大豫镇), else the township of its first nine digits. */
export const unitOfVillage = (units: readonly Unit[], village: string): Unit | undefined =>
  units.find(({ villages }) => villages?.includes(village)) ??
  units.find(
    ({ code, path }) => levelOf(path) === 'township' && code !== undefined && village.startsWith(code),
  )

const bare = (name: string): string => name.replace(/(街道|[市县区镇])$/, '')

/** The units that a name may mean: the exact one, else the one without its ending, else all that contain it. */
export const findUnits = (units: readonly Unit[], text: string): Unit[] => {
  const wanted = text.trim()
  if (wanted === '') return []
  const exact = units.filter(({ name }) => name === wanted)
  if (exact.length > 0) return exact
  const almost = units.filter(({ name }) => bare(name) === bare(wanted))
  if (almost.length > 0) return almost
  return units.filter(({ name }) => name.includes(wanted))
}

/** The number of firms that `unit` is to list in `year`; districts add up to the city. */
export const targetOf = ({ targets }: Programme, unit: UnitPath, year: number): number =>
  targets
    .filter((target) => within(target.unit, unit))
    .reduce((sum, { byYear }) => sum + (byYear[year] ?? 0), 0)

/** A programme with its units, as a city writes it down. */
export const PlanFile = z
  .object({ programme: Programme, units: z.array(Unit).min(1) })
  .superRefine(({ programme, units }, context) => {
    const paths = new Set<string>(units.map(({ path }) => path))
    const wrong = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message })
    units.forEach(({ path }, index) => {
      const parent = parentOf(path)
      if (parent !== undefined && !paths.has(parent)) wrong(['units', index], `${path}：缺少它的上级单位`)
      if (units.findIndex((unit) => unit.path === path) !== index) wrong(['units', index], `${path} 写了两次`)
    })
    if (!paths.has(programme.city)) wrong(['programme', 'city'], `${programme.city} 不在 units 里`)
    programme.targets.forEach(({ unit, byYear }, index) => {
      const at = ['programme', 'targets', index]
      if (!paths.has(unit) || levelOf(unit) !== 'district') wrong(at, `${unit} 不是 units 里的区县`)
      if (Object.keys(byYear).join() !== programme.years.join())
        wrong(at, `${unit}：年份与方案的 years 不一致`)
    })
    programme.indicators.forEach(({ id, cumulativeOf }, index) => {
      const at = ['programme', 'indicators', index]
      if (programme.indicators.findIndex((one) => one.id === id) !== index) wrong(at, `${id} 写了两次`)
      if (cumulativeOf !== undefined && !programme.indicators.some((one) => one.id === cumulativeOf))
        wrong(at, `${id} 是 ${cumulativeOf} 的累计数，而 indicators 里没有 ${cumulativeOf}`)
    })
  })

/** A plan file, checked; the error names everything that is wrong with it at once. */
export const parsePlan = (file: unknown): z.infer<typeof PlanFile> => {
  const read = PlanFile.safeParse(file)
  if (read.success) return read.data
  const wrong = read.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`)
  throw new WrongPlan(`The plan is wrong:\n${wrong.join('\n')}`)
}

export class WrongPlan extends Error {
  override name = 'WrongPlan'
}
