import type * as z from 'zod'
import type { table } from '../../../../platform/cards/shape/data.ts'

export type TableElement = z.infer<typeof table>
export type Column = TableElement['columns'][number]
