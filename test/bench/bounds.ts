import { budget } from '../../bot/cards/budget.ts'
import type { Measured } from './measured.ts'

/** What must not be exceeded, from the budgets of the architecture. A number without a bound is only shown. */
const bounds: Readonly<Record<string, number>> = {
  'submit.wruPerFirm': 4,
  'submit.wruPerPage': 8,
  'submit.rruPerFirm': 1.5,
  'submit.rruPerPage': 4,
  'submit.roundTrips': 3,
  'submit.roundTripsCold': 5,
  'submit.roundTripsAfterConflict': 5,
  'cards.maxTags': budget.tags.most,
  'cards.maxBytes': budget.bytes.most,
  'progress.rru': 10,
  'progress.reads': 2,
  'files.readSeconds': 3,
  'files.readMB': 150,
  'files.bombMs': 200,
  'files.bombMB': 50,
  'workbook.wruPerFirm': 5,
  'workbook.township150Seconds': 2,
  'workbook.preview5000Seconds': 3,
  'workbook.preview5000MB': 150,
  'webhook.bundleKB': 550,
  'webhook.processRatio': 1.8,
}

/** A tenth of a unit is no difference; a city's progress must cost the same whatever the number of firms. */
const mustBeAlike = ['progress.rru']
const ALIKE = 1.1

export type Verdict = Measured & { bound?: number; is: 'ok' | 'over' | 'unbounded' }

/** A number beyond its bound is `over`, and so is one that could not be measured. */
export const judge = (measured: Measured): Verdict => {
  const { key, value } = measured
  const values = typeof value === 'number' ? [value] : Object.values(value)
  const bound = bounds[key]
  const broken =
    values.length === 0 ||
    values.some((one) => !Number.isFinite(one) || (bound !== undefined && one > bound)) ||
    (mustBeAlike.includes(key) && Math.max(...values) > ALIKE * Math.min(...values))
  if (bound === undefined) return { ...measured, is: broken ? 'over' : 'unbounded' }
  return { ...measured, bound, is: broken ? 'over' : 'ok' }
}

/** Numbers that have a bound and were not measured. */
export const notMeasured = (all: readonly Measured[]): string[] =>
  Object.keys(bounds).filter((key) => !all.some((one) => one.key === key))
