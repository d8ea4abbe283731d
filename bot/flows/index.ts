import type { Flow } from '../declare.ts'
import askCorrection from './ask-correction.ts'
import changeCondition from './change-condition.ts'
import decideCorrection from './decide-correction.ts'
import handover from './handover.ts'
import importFigures from './import.ts'
import openMonth from './open-month.ts'
import permitCorrections from './permit-corrections.ts'
import printSheet from './print-sheet.ts'
import publishMonth from './publish-month.ts'
import recordListing from './record-listing.ts'
import registryAdd from './registry-add.ts'
import registryChange from './registry-change.ts'
import reportDifficulty from './report-difficulty.ts'
import reportFigures from './report-figures.ts'
import reviewHints from './review-hints.ts'
import reviewMonth from './review-month.ts'
import reviewQueue from './review-queue.ts'
import standIn from './stand-in.ts'
import workbook from './workbook.ts'

/** Every card conversation. */
export const flows: readonly Flow[] = [
  askCorrection,
  changeCondition,
  decideCorrection,
  importFigures,
  handover,
  openMonth,
  permitCorrections,
  printSheet,
  publishMonth,
  recordListing,
  registryAdd,
  registryChange,
  reportDifficulty,
  reportFigures,
  reviewHints,
  reviewMonth,
  reviewQueue,
  standIn,
  workbook,
]
