import * as z from 'zod'
import type { Clock } from '../clock.ts'
import { messageView } from '../control/message-view.ts'
import type { Options } from '../options.ts'
import type { Change } from '../state/journal.ts'
import { Message } from '../state/model.ts'
import type { State } from '../state/state.ts'
import type { Live } from './live.ts'

type Parts = { state: State; clock: Clock; options: Options; live: Live }

const OfChat = z.object({ chat_id: z.string() })

/** Makes of every commit what the open pages hear of it. */
export function createNews({ state, clock, options, live }: Parts): void {
  const time = () => ({ now: clock.now(), mode: clock.mode() })
  const settings = () => {
    const { clock: moved, ...app } = state.settings.get('app') ?? {}
    return { clock: JSON.stringify([moved?.mode, moved?.at]), app: JSON.stringify(app) }
  }
  let told = settings()

  const tellSettings = () => {
    const now = settings()
    if (now.clock !== told.clock) live.tell('clock', time())
    if (now.app !== told.app) live.tell('app', {})
    told = now
  }

  const changed = (changes: readonly Change[]) => {
    const of = (name: string) => changes.filter(([collection]) => collection === name)
    const there = (name: string) => of(name).flatMap(([, , value]) => (value === null ? [] : [value]))
    if (of('settings').length > 0) tellSettings()
    if (live.connected() === 0) return
    const chat_ids = [...there('chats'), ...there('reads')].map((value) => OfChat.parse(value).chat_id)
    if (chat_ids.length > 0) live.tell('chats', { chat_ids: [...new Set(chat_ids)] })
    for (const message of there('messages'))
      live.tell('message', messageView({ state, options }, Message.parse(message)))
    for (const delivery of there('deliveries')) live.tell('delivery', delivery)
    if (of('users').length > 0) live.tell('users', { open_ids: of('users').map(([, id]) => id) })
    if (of('faults').length > 0) live.tell('faults', { faults: state.faults.all() })
    if (of('slashCommands').length > 0) live.tell('app', {})
  }

  state.watch({ changed, cleared: () => live.tell('reset', {}) })
}
