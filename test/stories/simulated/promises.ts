import { expect } from 'vitest'
import { foldShares } from '../../../shared/domain/difficulty.ts'
import { may } from '../../../shared/domain/permission.ts'
import { afterMove, type Move, moves, type Report } from '../../../shared/domain/report.ts'
import { foldReports, type Tally } from '../../../shared/domain/tally.ts'
import type { AuditEntry, Version } from '../../../shared/ports.ts'
import { canonical } from '../../../shared/store/canonical.ts'
import { brokenAt } from '../../../shared/store/chain.ts'
import { month, people, programme, townships } from '../../build/small-city.ts'
import { holds, type World } from './world.ts'

type Township = { tally: Tally; reports: Report[]; entries: AuditEntry[]; versions: Version[] }

const read = async ({ city: { ports }, of }: World): Promise<Township[]> => {
  const { store } = ports
  const all = townships.map(async (township) => {
    const [tally, reports, entries] = await Promise.all([
      store.tally(of(township)),
      store.reports(of(township)),
      store.audit(of(township)),
    ])
    const lives = await Promise.all(reports.map(({ code }) => store.history(programme.id, code)))
    const versions = lives.flatMap((life) => life?.versions ?? []).filter((one) => one.month === month)
    return tally ? [{ tally, reports, entries, versions }] : []
  })
  return (await Promise.all(all)).flat()
}

/** I4, I7: counts are the fold over the reports, and the chain covers every version. */
const adds = ({ tally, reports, entries, versions }: Township) => {
  expect(tally.counts, 'a tally is the fold over its reports').toEqual(foldReports(reports, tally.due))
  expect(tally.shares, 'so is what each officer owes').toEqual(foldShares(reports))
  expect(brokenAt(entries, tally.head, { versions }), 'a chain is whole').toBeUndefined()
  expect(tally.sequence, 'an entry for every turn').toBe(entries.length)
  expect(
    entries.flatMap(({ changed }) => changed),
    'every version in the chain',
  ).toHaveLength(versions.length)
}

const allowed = Object.keys(moves) as Move[]

/** Every report went from state to state by the table of moves, and each change says something new. */
const moved = ({ reports, versions }: Township) => {
  for (const report of reports) {
    const own = versions.filter(({ code }) => code === report.code)
    let before: Pick<Version, 'state' | 'after'> = { state: 'expected', after: {} }
    own.forEach((version, index) => {
      const ways = allowed.filter((move) => afterMove(before.state, move) === version.state)
      expect(ways, `${before.state} → ${version.state} by ${version.move}`).not.toEqual([])
      expect(version, 'both values are kept').toMatchObject({ revision: index + 1, before: before.after })
      const last = own[index - 1]
      if (last) expect(said(version), 'no version says the same again').not.toBe(said(last))
      before = version
    })
    expect(report, 'a report is its last version').toMatchObject({
      state: before.state,
      figures: before.after,
      revision: own.length,
    })
  }
}
const figuresOf = ({ code, after }: Version): string[] =>
  Object.entries(after).map(([id, value]) => `${code} ${id} ${value}`)

const said = ({ state, condition, after, questions, reason }: Version): string =>
  canonical({ state, condition, after, questions, reason: reason ?? '' })

/** I2, I6: whoever changed something was allowed to, there. */
const rights = {
  open: 'openMonth',
  file: 'file',
  halt: 'file',
  resume: 'file',
  difficulty: 'file',
  'end-difficulty': 'file',
  accept: 'review',
  return: 'review',
} as const
const permitted = ({ tally, entries }: Township) => {
  for (const { by, move } of entries) {
    if (move === 'close') {
      expect(by, 'the agenda closes').toBe('agenda')
      continue
    }
    const person = Object.values(people).find(({ id }) => id === by)
    const right = Object.entries(rights).find(([name]) => name === move)?.[1]
    const where = move === 'open' ? programme.city : tally.township
    expect(person && right && may(person, programme.id, right, where), `${by} may ${move} ${where}`).toBe(
      true,
    )
  }
}

/** I5: nothing is planned or said twice, and no officer hears more than five things unasked. */
const saidOnce = async ({ city, heard }: World) => {
  const pending = (await city.planned()).map(({ id }) => id)
  const sent = heard.filter(({ changes }) => changes === undefined).map(({ push }) => push)
  const all = [...pending, ...sent]
  expect(
    all.filter((id, index) => all.indexOf(id) !== index),
    'no push twice',
  ).toEqual([])
  for (const { id } of Object.values(people)) {
    const unasked = heard.filter(({ who, push }) => who === id && /^(ask|remind|overdue):/.test(push))
    expect(unasked.length, 'at most five pushes').toBeLessThanOrEqual(5)
  }
}

/** Holds a world to what was promised, after everything that happens. */
export const promises = (world: World) => {
  const closed = new Map<string, string>()
  let frozen: string | undefined
  return async () => {
    const all = await read(world)
    for (const township of all) {
      adds(township)
      moved(township)
      permitted(township)
      const { tally, reports, entries } = township
      const now = canonical({ tally, reports, entries })
      const then = closed.get(tally.township)
      if (then !== undefined) expect(now, 'a closed month never changes').toBe(then)
      if (tally.closed) closed.set(tally.township, now)
    }
    const versions = all.flatMap((township) => township.versions)
    const lost = world.acknowledged.filter(
      ({ code, figures }) => !versions.some((one) => one.code === code && holds(one.after, figures)),
    )
    expect(lost, 'nothing acknowledged is lost').toEqual([])
    expect(
      versions.flatMap(figuresOf).filter((one) => !world.typed.has(one)),
      'no figure that nobody typed',
    ).toEqual([])
    await saidOnce(world)
    const { store } = world.city.ports
    const record = await store.month(programme.id, month)
    for (const by of [record?.openedBy, record?.publishedBy])
      if (by) expect(by, 'the city opens and publishes').toBe(people.city.id)
    if (record?.snapshot !== 1) return
    const snapshot = [
      await store.snapshot(programme.id, month, 1),
      await store.statistics(programme.id, month, 1),
    ]
    const now = canonical(snapshot)
    if (frozen !== undefined) expect(now, 'a snapshot never changes').toBe(frozen)
    frozen = now
  }
}
