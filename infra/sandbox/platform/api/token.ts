import * as z from 'zod'
import type { Api } from '../http/define.ts'
import { check } from '../http/define.ts'
import { newId } from '../ids.ts'
import { spans } from '../limits.ts'
import type { Platform } from '../platform.ts'
import { Refusal } from '../refusal.ts'

const Asked = z.object({ app_id: z.string(), app_secret: z.string() })

/** The same token while it has half an hour left; near its end a second one, and both are good. */
function tokenFor({ state, clock }: Platform) {
  const now = clock.now()
  const lasting = state.appTokens.all().find((token) => token.expires - now >= spans.tokenRenewal)
  if (lasting) return lasting
  const fresh = { token: newId.appToken(), expires: now + spans.token }
  const dead = state.appTokens.all().filter((token) => token.expires <= now)
  state.commit(
    state.appTokens.put(fresh.token, fresh),
    ...dead.map((token) => state.appTokens.drop(token.token)),
  )
  return fresh
}

const issue = (path: string, more: (token: string) => Record<string, string>): Api => ({
  name: path.slice(1).replaceAll('/', '.'),
  method: 'POST',
  path,
  open: true,
  async run(platform, call) {
    const { app_id, app_secret } = check(Asked, await call.body())
    const { options, clock } = platform
    if (app_id !== options.appId) throw new Refusal(10003, 'invalid param: app_id is unknown')
    if (app_secret !== options.appSecret) throw new Refusal(10014, 'app secret invalid')
    const { token, expires } = tokenFor(platform)
    return { top: { expire: Math.floor((expires - clock.now()) / 1_000), ...more(token) } }
  },
})

export const tokenApis: Api[] = [
  issue('/auth/v3/tenant_access_token/internal', (token) => ({ tenant_access_token: token })),
  issue('/auth/v3/app_access_token/internal', (token) => ({
    app_access_token: token,
    tenant_access_token: token,
  })),
]
