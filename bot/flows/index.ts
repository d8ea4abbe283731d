import type { Flow } from '../declare.ts'

type Loader = () => Promise<{ default: Flow }>

/** Every card conversation, by its id. A cold webhook loads only the one that is pressed. */
export const flows: ReadonlyMap<string, Loader> = new Map<string, Loader>([
  ['ask-correction', () => import('./ask-correction.ts')],
  ['change-condition', () => import('./change-condition.ts')],
  ['decide-correction', () => import('./decide-correction.ts')],
  ['handover', () => import('./handover.ts')],
  ['import', () => import('./import.ts')],
  ['open-month', () => import('./open-month.ts')],
  ['operate', () => import('./operate.ts')],
  ['permit-corrections', () => import('./permit-corrections.ts')],
  ['print-sheet', () => import('./print-sheet.ts')],
  ['publish-month', () => import('./publish-month.ts')],
  ['record-listing', () => import('./record-listing.ts')],
  ['registry-add', () => import('./registry-add.ts')],
  ['registry-change', () => import('./registry-change.ts')],
  ['report-difficulty', () => import('./report-difficulty.ts')],
  ['report-figures', () => import('./report-figures.ts')],
  ['review-hints', () => import('./review-hints.ts')],
  ['review-month', () => import('./review-month.ts')],
  ['review-queue', () => import('./review-queue.ts')],
  ['roster', () => import('./roster.ts')],
  ['stand-in', () => import('./stand-in.ts')],
  ['workbook', () => import('./workbook.ts')],
])
