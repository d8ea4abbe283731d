import * as z from 'zod'
import type { Instant } from '../domain/instant.ts'
import type { Clock } from '../ports.ts'
import type { Answer } from './answer.ts'

/** In a token's last half hour Feishu hands out a new one, and takes both. */
const MARGIN_MS = 5 * 60_000

const Issued = z.object({ tenant_access_token: z.string().min(1), expire: z.number().positive() })

type Token = { is: 'token'; token: string; until: Instant }
type NoToken = Extract<Answer, { is: 'limited' | 'failed' }>

/** The tenant token: asked for once, however many calls wait for it, and again before it ends. */
export const tenantTokens = (ask: () => Promise<Answer>, clock: Pick<Clock, 'now'>) => {
  let held: Token | undefined
  let asking: Promise<Token | NoToken> | undefined

  const renew = async (): Promise<Token | NoToken> => {
    const asked = clock.now()
    const answer = await ask()
    if (answer.is === 'limited' || answer.is === 'failed') return answer
    // Nothing was sent yet, so even a refusal is worth another try: a wrong secret costs nobody's message.
    if (answer.is !== 'answered') return { is: 'failed', say: answer.say }
    const issued = Issued.safeParse(answer.body)
    if (!issued.success) return { is: 'failed', say: 'Lark gave no token' }
    const { tenant_access_token: token, expire } = issued.data
    held = { is: 'token', token, until: asked + expire * 1000 - MARGIN_MS }
    return held
  }

  return {
    async get(): Promise<Token | NoToken> {
      if (held && clock.now() < held.until) return held
      asking ??= renew().finally(() => {
        asking = undefined
      })
      return asking
    },
    /** Feishu no longer takes it; another call may have got a new one meanwhile. */
    forget(token: string): void {
      if (held?.token === token) held = undefined
    },
  }
}
