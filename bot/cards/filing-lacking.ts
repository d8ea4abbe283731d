import type { Programme } from '../../shared/domain/programme.ts'
import type { Report } from '../../shared/domain/report.ts'
import { judgeStored } from '../../shared/domain/rules/judge.ts'
import { firmPart, returnedPart } from './filing-blocks.ts'
import { officerIndicators } from './filing-indicators.ts'
import { questionBlocks } from './filing-questions.ts'
import type { Part } from './kit.ts'

/** 只看缺的: what was sent back as it was sent back; else the figures that are missing, and what is asked of the others. */
export const lackingPart = (report: Report, programme: Programme): Part[] => {
  if (report.state === 'returned') return returnedPart(report, programme)
  const missing = officerIndicators(programme).filter(({ id }) => report.figures[id] === undefined)
  return [
    ...(missing.length > 0 ? firmPart(report, missing, () => ({})) : []),
    ...questionBlocks(report, judgeStored(programme, report), programme).flatMap(({ parts }) => parts),
  ]
}
