import type { Call } from '../shared/store/wire.ts'
import type { Measured, Part } from './measured.ts'
import { callsOf, cold, conflict, inOrder, outOfOrder, type Pressing } from './submit-cases.ts'
import { aMeteredTownship } from './township.ts'

/** A page of one firm, of five by firm and of twenty by indicator. */
const sizes = [1, 5, 20] as const
const LARGEST = 20

export type Page = { name: string; firms: number; calls: readonly Call[] }

const isWrite = ({ command }: Call) => /^(Transact|Put|Update|Delete|BatchWrite)/.test(command)
const unitsOf = (calls: readonly Call[]) => calls.reduce((sum, { units }) => sum + units, 0)
const wru = ({ calls }: Page) => unitsOf(calls.filter(isWrite))
const rru = ({ calls }: Page) => unitsOf(calls.filter((call) => !isWrite(call)))
const trips = ({ calls }: Page) => calls.length

/** The most, and where it was. */
const most = (pages: readonly Page[], of: (page: Page) => number): Pick<Measured, 'value' | 'note'> => {
  const values = pages.map((page) => ({ value: of(page), note: `${page.name}, ${page.firms} firms` }))
  return values.reduce((a, b) => (b.value > a.value ? b : a), { value: Number.NEGATIVE_INFINITY, note: '' })
}

/** What a page costs beyond its firms, and what one firm more costs: from pages of one firm to pages of many. */
const apart = (pages: readonly Page[], of: (page: Page) => number) => {
  const one = (name: string) => pages.find((page) => page.name === name && page.firms === 1)
  const firm = (page: Page) => {
    const first = one(page.name)
    return first === undefined ? Number.NaN : (of(page) - of(first)) / (page.firms - 1)
  }
  const perFirm = most(
    pages.filter(({ firms }) => firms > 1),
    firm,
  )
  const perPage = most(pages, (page) => of(page) - page.firms * Math.max(0, Number(perFirm.value)))
  return { perFirm, perPage }
}

/** The numbers of pages that were filed in order, of all of them, and of those that met something. */
export const submitted = (
  ordered: readonly Page[],
  others: readonly Page[],
  odd: { cold: readonly Page[]; conflict: readonly Page[] },
): Measured[] => {
  const write = apart(ordered, wru)
  const read = apart(ordered, rru)
  const perFirm = Number(read.perFirm.value)
  return [
    { key: 'submit.wruPerFirm', ...write.perFirm },
    { key: 'submit.wruPerPage', ...write.perPage },
    { key: 'submit.rruPerFirm', ...read.perFirm },
    { key: 'submit.rruPerPage', ...read.perPage },
    { key: 'submit.rruPerPageOutOfOrder', ...most(others, (page) => rru(page) - page.firms * perFirm) },
    { key: 'submit.roundTrips', ...most([...ordered, ...others], trips) },
    { key: 'submit.roundTripsCold', ...most(odd.cold, trips) },
    { key: 'submit.roundTripsAfterConflict', ...most(odd.conflict, trips) },
  ]
}

/** A month of its own for each page: nobody has filed in it yet. */
const months = function* (): Generator<string, never> {
  for (let number = 0; ; number++)
    yield `${2023 + Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`
}

export const submit: Part = {
  name: 'submit',
  async measure(say) {
    const here = await aMeteredTownship()
    const month = months()
    const pagesOf = async (cases: readonly Pressing[], firms: readonly number[] = sizes): Promise<Page[]> => {
      const pages: Page[] = []
      for (const pressing of cases)
        for (const size of firms) {
          say(`${size} firms, ${pressing.name}`)
          const calls = await callsOf(here, month.next().value, size, pressing)
          pages.push({ name: pressing.name, firms: size, calls })
        }
      return pages
    }
    try {
      await pagesOf([{ name: 'to begin with' }], [1])
      return submitted(await pagesOf(inOrder), await pagesOf(outOfOrder), {
        cold: await pagesOf([cold], [LARGEST]),
        conflict: await pagesOf([conflict], [LARGEST]),
      })
    } finally {
      await here.close()
    }
  },
}
