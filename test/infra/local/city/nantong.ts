import { parsePlan } from '../../../../shared/domain/plan.ts'
import document from '../../../../shared/domain/programmes/nantong-2022-2024.json' with { type: 'json' }

export const nantong = parsePlan(document)
