import { expect, it } from 'vitest'
import type { FilingState } from '../../bot/cards/filing-state.ts'
import type { Turn } from '../../bot/declare.ts'
import { filed, findBefore, findFromHere, findNext, open } from '../../bot/flows/find-firms.ts'
import { makeCreditCode } from '../../shared/domain/credit-code.ts'
import { OpenId } from '../../shared/domain/person.ts'
import type { Report } from '../../shared/domain/report.ts'
import { foldReports } from '../../shared/domain/tally.ts'
import type { Store } from '../../shared/ports.ts'
import { aReport, dueAt } from '../build/report.ts'
import { aTally } from '../build/township.ts'

const me = OpenId.parse('ou_me')
const colleague = OpenId.parse('ou_colleague')
const codes = Array.from({ length: 30 }, (_, index) =>
  makeCreditCode('91320612', `T00000${String(index).padStart(2, '0')}`),
).toSorted()

/** A township of thirty firms, numbered from 1, and a card that shows some of them; every query is written down. */
const township = (shown: readonly number[], about: (no: number) => Partial<Report> = () => ({})) => {
  const reports = codes.map((code, index) => aReport({ code, no: index + 1, ...about(index + 1) }))
  const queries: number[] = []
  const nearby: Store['nearby'] = async (_, { after, before }, limit) => {
    queries.push(limit)
    if (before)
      return reports
        .filter(({ code }) => code < before)
        .reverse()
        .slice(0, limit)
    return reports.filter(({ code }) => after === undefined || code > after).slice(0, limit)
  }
  const page = reports.filter(({ no }) => shown.includes(no))
  const turn = {
    ports: { store: { nearby } },
    who: { id: me, roles: [] },
    page: { reports: page, tally: aTally(reports) },
  } as unknown as Turn
  const state = { codes: page.map(({ code }) => code) } as FilingState
  const counts = foldReports(reports, dueAt)
  const numbers = async (found: Promise<Report[]>) => (await found).map(({ no }) => no)
  return {
    queries,
    next: (count: number, wanted = open) => numbers(findNext(turn, state, { wanted, count, counts })),
    before: (count: number) => numbers(findBefore(turn, state, { count, counts })),
    here: (count: number) => numbers(findFromHere(turn, state, { wanted: open, count, counts })),
  }
}
const isFiled =
  (...numbers: number[]) =>
  (no: number): Partial<Report> =>
    numbers.includes(no) ? { state: 'submitted' } : {}
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index)

it('reads just the next firms where all of them are open', async () => {
  const here = township([1, 2, 3], isFiled(1, 2, 3))
  expect(await here.next(5)).toEqual([4, 5, 6, 7, 8])
  expect(here.queries).toEqual([5])
})

it('passes over what a colleague has filed ahead, in one query', async () => {
  const here = township([1, 2], isFiled(...range(1, 15)))
  expect(await here.next(5)).toEqual([16, 17, 18, 19, 20])
  expect(here.queries).toHaveLength(1)
})

it('finds what lies far apart, and begins again at the top, in one query', async () => {
  const sparse = township([1], isFiled(...range(1, 14), ...range(16, 29)))
  expect(await sparse.next(5)).toEqual([15, 30])
  const last = township([29, 30], isFiled(...range(5, 30)))
  expect(await last.next(5)).toEqual([1, 2, 3, 4])
  expect([sparse.queries.length, last.queries.length]).toEqual([1, 1])
})

it('reads nothing when everything else is filed, or nothing is', async () => {
  const done = township([3, 4], isFiled(...range(5, 30), 1, 2))
  expect(await done.next(5)).toEqual([])
  expect(await done.next(5, { ...filed, among: () => 0 })).toEqual([])
  expect(done.queries).toEqual([])
})

it('looks a second time where firms were skipped before and a colleague has filed all that is near', async () => {
  const here = township([11], isFiled(...range(11, 20)))
  expect(await here.next(1)).toEqual([21])
})

it('shows an officer the own firms first, wherever they are, and a colleague’s when none is left', async () => {
  const shared = (no: number): Partial<Report> => ({ officer: no % 7 === 0 ? me : colleague })
  expect(await township([1], shared).next(3)).toEqual([7, 14, 21])
  expect(await township([], shared).next(3)).toEqual([7, 14, 21])
  expect(await township([28], shared).next(3)).toEqual([29, 30])
  expect(await township([22], shared).before(3)).toEqual([7, 14, 21])
})

it('goes back in roster order, and nowhere from the first firm', async () => {
  const here = township([9, 10])
  expect(await here.before(3)).toEqual([6, 7, 8])
  expect(await township([1]).before(3)).toEqual([])
  expect(here.queries).toEqual([3])
})

it('stays in its place in the other layout', async () => {
  const few = township(range(6, 25))
  expect(await few.here(5)).toEqual([6, 7, 8, 9, 10])
  expect(few.queries).toEqual([])
  const more = township(range(6, 10), isFiled(7))
  expect(await more.here(8)).toEqual([6, 8, 9, 10, 11, 12, 13, 14])
  expect(more.queries).toHaveLength(1)
})
