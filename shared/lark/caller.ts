import type { Clock, Log } from '../ports.ts'
import { type Answer, answerOf, type Call, type Reached } from './answer.ts'
import { tenantTokens } from './token.ts'

/** Brings one request to Feishu, with a time-out, and never throws. */
export type Transport = (call: Call, token?: string) => Promise<Reached>

export type Caller = (call: Call) => Promise<Answer>

export type LarkApp = { appId: string; appSecret: string; clock: Pick<Clock, 'now'>; log: Log }

/** Calls with our own token, once more when Feishu no longer takes it, and logs what was not answered. */
export const larkCaller = (transport: Transport, { appId, appSecret, clock, log }: LarkApp): Caller => {
  const told = (call: Call, answer: Answer): Answer => {
    if (answer.is !== 'answered') log('warn', `lark-${answer.is}`, { api: call.api, ...numbersOf(answer) })
    return answer
  }

  const tokens = tenantTokens(async () => {
    const call: Call = {
      api: 'auth.tenant_access_token.internal',
      method: 'POST',
      path: '/auth/v3/tenant_access_token/internal',
      data: { app_id: appId, app_secret: appSecret },
      about: `app ${appId}`,
    }
    return told(call, settled(answerOf(call, await transport(call))))
  }, clock)

  const once = async (call: Call) => {
    const token = await tokens.get()
    if (token.is !== 'token') return token
    const answer = answerOf(call, await transport(call, token.token))
    if (answer.is === 'stale') tokens.forget(token.token)
    return answer
  }

  return async (call) => {
    const first = await once(call)
    return told(call, settled(first.is === 'stale' ? await once(call) : first))
  }
}

/** With a bad token nothing was done. */
const settled = (answer: Awaited<ReturnType<typeof answerOf>>): Answer =>
  answer.is === 'stale' ? { is: 'failed', say: answer.say } : answer

const numbersOf = (answer: Answer): Record<string, number> => {
  if (answer.is === 'refused') return { code: answer.code }
  return answer.is === 'limited' ? { afterMs: answer.afterMs } : {}
}

/** For calls whose failure nobody has an answer to. */
export class LarkFailed extends Error {
  override name = 'LarkFailed'
  readonly is: Exclude<Answer['is'], 'answered'>

  constructor(call: Call, answer: Exclude<Answer, { is: 'answered' }>) {
    super(answer.is === 'limited' ? `Lark limits ${call.api}: wait ${answer.afterMs} ms` : answer.say)
    this.is = answer.is
  }
}

export const answered = async (caller: Caller, call: Call): Promise<unknown> => {
  const answer = await caller(call)
  if (answer.is === 'answered') return answer.body
  throw new LarkFailed(call, answer)
}
