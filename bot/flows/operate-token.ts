import * as z from 'zod'
import type { Token } from '../declare.ts'

/** `push`: the dead letter that a button takes up again. */
export const OperateState = z.object({ push: z.string().max(160).exactOptional() })
export type OperateState = z.infer<typeof OperateState>

export const OPERATE = { id: 'operate', version: 1 } as const

const token = (step: string, state: OperateState = {}): Token => ({
  flow: OPERATE.id,
  version: OPERATE.version,
  step,
  state,
})

export const operateTokens = {
  refresh: token('refresh'),
  agree: token('agree'),
  drop: token('drop'),
  replay: (push: string) => token('replay', { push }),
}
