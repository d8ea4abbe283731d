import type { Clock } from '../clock.ts'
import { newId } from '../ids.ts'
import type { Options } from '../options.ts'
import type { User } from '../state/model.ts'

export const tenantKey = '2ed263bf32cf1651'

/** The v2 envelope that every event and callback travels in. */
export function envelope(options: Options, clock: Clock, type: string, event: unknown) {
  const event_id = newId.event()
  const header = {
    event_id,
    event_type: type,
    create_time: String(clock.now()),
    token: options.verificationToken,
    app_id: options.appId,
    tenant_key: tenantKey,
  }
  return { event_id, body: JSON.stringify({ schema: '2.0', header, event }) }
}

export const idsOf = ({ open_id, union_id, user_id }: User) => ({ open_id, union_id, user_id })

export const seconds = (ms: number) => String(Math.floor(ms / 1_000))
