import type { Delivered, RefusedCall } from '../sandbox/wire.ts'
import type { Words } from '../words/words.ts'

/** One thing that passed between Feishu and the bot, as a line that can be opened. */
export type Attempt = {
  id: string
  at: number
  what: string
  how: string
  wrong: boolean
  path: string
  request: string | undefined
  response: string | undefined
}

/** What went wrong first, and the newest first among both. */
export function attemptsOf(
  deliveries: readonly Delivered[],
  refusals: readonly RefusedCall[],
  words: Words['director']['deliveries'],
): Attempt[] {
  const all = [
    ...deliveries.map((one) => ofDelivery(one, words)),
    ...refusals.map((one) => ofRefusal(one, words)),
  ]
  return all.toSorted((a, b) => Number(b.wrong) - Number(a.wrong) || b.at - a.at)
}

function ofDelivery(one: Delivered, words: Words['director']['deliveries']): Attempt {
  const { id, at, kind, type, attempt, status, outcome, ms, request, response } = one
  const again = attempt > 1 ? ` · ${words.attempt(attempt)}` : ''
  return {
    ...{ id, at, request, response, path: '' },
    what: `${words[kind]} ${type}${again}`,
    how:
      outcome === 'answered'
        ? words.answered(status, ms)
        : outcome === 'late'
          ? words.late
          : outcome === 'unsubscribed'
            ? words.unsubscribed
            : `${words.unreachable} ${outcome.replace(/^unreachable: /, '')}`,
    wrong: outcome !== 'answered' || status !== 200,
  }
}

function ofRefusal(one: RefusedCall, words: Words['director']['deliveries']): Attempt {
  const { id, at, api, code, msg, path, request } = one
  return { id, at, what: api, how: words.refused(code), wrong: true, path, request, response: msg }
}
