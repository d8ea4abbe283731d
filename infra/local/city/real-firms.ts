import * as z from 'zod'
import { Amount } from '../../../shared/domain/amount.ts'
import type { Figures } from '../../../shared/domain/figures.ts'
import { Month } from '../../../shared/domain/month.ts'

/** A real firm behind a mask: what it invoiced from its first month to its last, and the VAT that it owed for it. */
export type RealFirm = { name: string; first: Month; last: Month; months: Map<Month, Figures> }

const Yuan = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/, 'an amount in 元 is digits and a point')
  .transform(Number)

const Row = z.object({
  firm: z.string().min(1),
  name: z.string().min(1),
  month: Month,
  sales_yuan: Yuan,
  output_tax: Yuan,
  input_tax: Yuan,
})

/** 万元 with two decimals, as an officer would type it. */
const amountOf = (yuan: number): Amount => Amount.parse(Math.round(yuan / 100) * 100 + 0)

/**
 * Reads the firms' months from a file with one line a firm and month: sales as invoiced, tax as output VAT less input
 * VAT. A masked name gives no clue and is not unique, so the firm's number stands behind it.
 */
export const readRealFirms = (csvText: string): RealFirm[] => {
  const [header = '', ...lines] = csvText.trim().split(/\r?\n/)
  const columns = header.split(',')
  const firms = new Map<string, RealFirm>()
  lines.forEach((line, index) => {
    const cells = line.split(',')
    const row = Row.safeParse(Object.fromEntries(columns.map((column, at) => [column, cells[at]])))
    if (!row.success) throw new Error(`Line ${index + 2} of the real firms: ${z.prettifyError(row.error)}`)
    const { firm, name, month, sales_yuan, output_tax, input_tax } = row.data
    const figures = { sales: amountOf(sales_yuan), tax: amountOf(output_tax - input_tax) }
    const known = firms.get(firm)
    firms.set(firm, {
      name: `${name.replaceAll('*', '').trim()}（${firm}）`,
      first: known && known.first < month ? known.first : month,
      last: known && known.last > month ? known.last : month,
      months: (known?.months ?? new Map<Month, Figures>()).set(month, figures),
    })
  })
  return [...firms.values()]
}
