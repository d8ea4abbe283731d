import { isDeepStrictEqual } from 'node:util'
import { type UnitPath, within } from '../../../shared/domain/unit.ts'
import type { Plan } from '../../../shared/ports.ts'
import type { OpenTable } from '../../../shared/runtime-admin.ts'
import { meanings } from './meanings.ts'

/** What one version of a plan has otherwise than the one before, a sentence each; nothing where both are the same. */
export const difference = (before: Plan, after: Plan): string[] => {
  const [old, now] = [Object.entries(before.programme), Object.entries(after.programme)]
  const keys = [...new Set([...old, ...now].map(([key]) => key))].filter((key) => key !== 'version')
  const valueIn = (entries: typeof old, key: string) => entries.find(([one]) => one === key)?.[1]
  const changed = keys.filter((key) => !isDeepStrictEqual(valueIn(old, key), valueIn(now, key)))
  return [
    ...changed.map((key) => `改：programme.${key}（${meanings[`programme.${key}`] ?? key}）`),
    ...unitDifference(before, after),
  ]
}

const unitDifference = (before: Pick<Plan, 'units'>, after: Pick<Plan, 'units'>): string[] => {
  const known = new Map(before.units.map((unit) => [unit.path, unit]))
  const kept = new Set(after.units.map(({ path }) => path))
  return [
    ...after.units.flatMap((unit) => {
      const old = known.get(unit.path)
      if (old === undefined) return [`新：${unit.name}（${unit.path}）`]
      return isDeepStrictEqual({ ...old }, { ...unit }) ? [] : [`改：${unit.name}（${unit.path}）`]
    }),
    ...before.units.filter(({ path }) => !kept.has(path)).map(({ name, path }) => `去掉：${name}（${path}）`),
  ]
}

/** Units that a new version may not leave out, and why: what was asked of them, or is theirs, would hang in the air. */
export const keptUnits = async (
  { record: { store } }: OpenTable,
  before: Plan,
  after: Plan,
): Promise<string[]> => {
  const kept = new Set<UnitPath>(after.units.map(({ path }) => path))
  const gone = before.units.filter(({ path }) => !kept.has(path))
  if (gone.length === 0) return []
  const { id, city } = before.programme
  const [months, people, firms] = await Promise.all([
    store.months(id),
    store.people(id),
    store.enterprises(id, city),
  ])
  return gone.flatMap(({ name, path }) => {
    const posts = people.filter(({ unit }) => within(unit, path)).length
    const own = firms.filter((firm) =>
      [firm, ...(firm.earlier ?? [])].some(({ unit }) => within(unit, path)),
    ).length
    const why = [
      ...(posts > 0 ? [`有 ${posts} 个岗位`] : []),
      ...(own > 0 ? [`有 ${own} 户企业`] : []),
      ...(months.length > 0 ? [`开过表`] : []),
    ]
    return why.length > 0
      ? [`${name}（${path}）${why.join('、')}，不能去掉；不再报送就给它写 until（到哪个月）。`]
      : []
  })
}
