import * as z from 'zod'
import { Amount, type Total } from './amount.ts'
import { IndicatorId } from './programme.ts'

/** A firm's figures of one month. A key that is absent is missing; zero is a reported zero. */
export const Figures = z.record(IndicatorId, Amount)
export type Figures = z.infer<typeof Figures>

export const sameFigures = (a: Figures, b: Figures): boolean =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].every((id) => a[id] === b[id])

/** Exact sums by indicator, in the scale of `Amount`. */
export const Totals = z.record(IndicatorId, z.number().int())
export type Totals = Record<IndicatorId, Total>

/** Where the figures came from, as the officer says, or the department that supplied them. */
export const Source = z.enum(['firm', 'visit', 'tax', 'power'])
export type Source = z.infer<typeof Source>

/** A firm's condition in the month. All but 正常 lift the duty to report figures. */
export const Condition = z.enum(['normal', 'suspended', 'moved', 'deregistered'])
export type Condition = z.infer<typeof Condition>

/** Frozen beside a report when its month opens, so that edits need no history when a page is submitted. */
export const Reference = z.object({
  /** The month before, as closed. */
  last: Figures.optional(),
  /** The same month of the year before. */
  lastYear: Figures.optional(),
  /** January to the month before, this year, of the months that were reported. */
  yearToDate: Figures.optional(),
  /** January to this month, last year, of the indicators that were reported in the same months of both years. */
  lastYearToDate: Figures.optional(),
  /** Median and MAD of ln(sales in 万元) over the firm's last months with positive sales, and how many they were. */
  logMedian: z.number().optional(),
  logMad: z.number().optional(),
  months: z.number().int().optional(),
  /** Median of 元 of sales per kWh over the last twelve months. */
  salesPerKwh: z.number().optional(),
  /** Median and MAD of ln(tax / sales) over the months of the last twelve in which both were above zero; at least three. */
  taxRate: z.number().optional(),
  taxRateMad: z.number().optional(),
  /** How many months running before this one, of the last three, tax was out of the band of sales. */
  taxRun: z.number().int().optional(),
})
export type Reference = z.infer<typeof Reference>
