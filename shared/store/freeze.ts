import type { Report } from '../domain/report.ts'
import type { MonthStore } from '../ports.ts'
import { reportItem } from './items.ts'
import { key } from './keys.ts'
import type { Table } from './transact.ts'
import { writer } from './writes.ts'

/** A transaction holds 100 items, and one of them is the look at the tally. */
const REPORTS_AT_ONCE = 99

/** Freezes a township's reports; what is there already stays, and nothing is added once the township is open. */
export const freezer = ({ TableName, transact }: Table): MonthStore['freeze'] => {
  const { putNew, absent } = writer(TableName)

  const freezeSome = async (reports: readonly Report[]): Promise<'frozen' | 'open'> => {
    const [first] = reports
    if (first === undefined) return 'frozen'
    const done = await transact([
      absent(key.tally(first)),
      ...reports.map((report) => putNew(key.report(report, report.code), reportItem.write(report))),
    ])
    switch (done.is) {
      case 'done':
        return 'frozen'
      case 'busy':
        throw done.error
      case 'refused':
        if (done.at.includes(0)) return 'open'
        return freezeSome(reports.filter((_, index) => !done.at.includes(index + 1)))
    }
  }

  return async (reports) => {
    for (let start = 0; start < reports.length; start += REPORTS_AT_ONCE)
      if ((await freezeSome(reports.slice(start, start + REPORTS_AT_ONCE))) === 'open') return
  }
}
