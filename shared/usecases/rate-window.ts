/** How fast Feishu lets one application speak. */
export type Rates = { perSecond: number; perMinute: number; perChatPerSecond: number }

export const FEISHU_RATES: Rates = { perSecond: 50, perMinute: 1000, perChatPerSecond: 5 }

/** A few percent longer than Feishu's, whose windows slide on another clock than ours: no self-inflicted 429. */
const SECOND = 1_060
const MINUTE = 62_000

/**
 * A sliding window over monotonic time: says how long to wait before the next send. `spent` sends of the last minute
 * are taken over from whoever held the sender before.
 */
export const rateWindow = (rates: Rates, monotonic: () => number, spent = 0) => {
  const sent: number[] = Array.from({ length: spent }, () => monotonic())
  const byChat = new Map<string, number[]>()
  let pausedUntil = 0

  /** When `limit` sends within `span` leave room again. */
  const free = (times: readonly number[], limit: number, span: number): number => {
    const oldest = times[times.length - limit]
    return oldest === undefined ? 0 : oldest + span
  }

  return {
    /** Milliseconds until a send to `chat` is allowed; 0 for now. */
    waitFor(chat: string): number {
      const at = Math.max(
        pausedUntil,
        free(sent, rates.perSecond, SECOND),
        free(sent, rates.perMinute, MINUTE),
        free(byChat.get(chat) ?? [], rates.perChatPerSecond, SECOND),
      )
      return Math.max(0, at - monotonic())
    },
    take(chat: string): void {
      const now = monotonic()
      sent.push(now)
      if (sent.length > rates.perMinute * 2) sent.splice(0, sent.length - rates.perMinute)
      const times = byChat.get(chat) ?? []
      byChat.set(chat, [...times.slice(-rates.perChatPerSecond), now])
    },
    /** Feishu said to wait. */
    pause(ms: number): void {
      pausedUntil = Math.max(pausedUntil, monotonic() + ms)
    },
    /** Sends of the last minute, for the next holder. */
    spent: (): number => sent.filter((at) => at > monotonic() - 60_000).length,
  }
}
export type RateWindow = ReturnType<typeof rateWindow>
