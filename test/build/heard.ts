import { renderPush } from '../../bot/notices/index.ts'
import { ChatId, type Push } from '../../shared/domain/push.ts'
import type { Content, LedgerRow, Messenger } from '../../shared/ports.ts'
import { drainOutbox } from '../../shared/usecases/drain-outbox.ts'
import { quietEnd } from '../../shared/usecases/quiet-hours.ts'
import type { SmallCity } from './small-city.ts'

/** What somebody was told: a message of its own, or a change of one that was sent before. */
type Heard = { push: string; who: string; says: string; changes?: string }

/** Feishu as the small city's people have it: every message arrives, and is remembered. */
export const ears = ({ ports }: SmallCity) => {
  const heard: Heard[] = []
  const said = (content: Content): string => JSON.stringify(content)
  const messenger: Messenger = {
    async send(to, content, push) {
      const who = 'person' in to ? to.person : to.chat
      heard.push({ push, who, says: said(content) })
      return { is: 'sent', message: `om_${heard.length}`, chat: ChatId.parse(who) }
    },
    async update(message, content, push) {
      const first = heard[Number(message.slice(3)) - 1]
      heard.push({ push, who: first?.who ?? '', says: said(content), changes: message })
      return { is: 'sent', message, chat: ChatId.parse(first?.who ?? '-') }
    },
    find: async () => undefined,
    sentWithin: async () => ({ is: 'not' }),
  }
  const sending = { ports, messenger, render: renderPush(ports), awake: quietEnd(ports) }
  return {
    heard,
    /** Sends what may be sent now, and says what arrived of it: kinds of pushes with those who got them. */
    async listen(): Promise<Record<string, string[]>> {
      const before = heard.length
      await drainOutbox(sending, 60_000)
      const now: Record<string, string[]> = {}
      for (const { push, who, changes } of heard.slice(before)) {
        const kind = `${push.split(':')[0]}${changes ? ' (changed)' : ''}`
        now[kind] = [...(now[kind] ?? []), who].toSorted()
      }
      return now
    },
    resultOf: async (push: Push['id']): Promise<LedgerRow['result'] | undefined> =>
      (await ports.store.ledger(push))?.result,
  }
}
