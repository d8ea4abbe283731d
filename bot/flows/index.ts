import type { Flow } from '../declare.ts'
import changeCondition from './change-condition.ts'
import openMonth from './open-month.ts'
import publishMonth from './publish-month.ts'
import recordListing from './record-listing.ts'
import reportDifficulty from './report-difficulty.ts'
import reportFigures from './report-figures.ts'
import reviewMonth from './review-month.ts'

/** Every card conversation. */
export const flows: readonly Flow[] = [
  changeCondition,
  openMonth,
  publishMonth,
  recordListing,
  reportDifficulty,
  reportFigures,
  reviewMonth,
]
