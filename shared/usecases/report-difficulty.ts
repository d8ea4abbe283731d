import type { Difficulty } from '../domain/difficulty.ts'
import type { OpenId } from '../domain/person.ts'
import type { Tally } from '../domain/tally.ts'
import type { Settlement } from '../ports.ts'
import { type Deed, settle } from './settle.ts'

/** `colleagues`: the township's other officers, who are reminded of the same firms. */
type Standing = { tally: Tally; colleagues: readonly OpenId[] }
type By = Omit<Deed, 'move' | 'reason'>

/** `tell`: the colleagues whose reminders this turn has stopped, or started again. */
type Noted = { is: 'noted'; settlement: Settlement; tell: OpenId[] }
type Told = Noted | { is: 'no-reason' } | { is: 'closed' }
type Resumed = Noted | { is: 'nothing-stopped' } | { is: 'closed' }

/**
 * What somebody's 说明困难 stands for. Whoever has firms of their own (分片) beside colleagues speaks for these alone;
 * anybody else, a lone officer, an officer where nothing is shared out, or the township's head, for all of it.
 */
export const scopeOf = ({ tally, colleagues }: Standing, by: OpenId): Difficulty['scope'] =>
  colleagues.length > 0 && tally.shares?.[by] !== undefined ? 'own' : 'township'

/**
 * 说明困难: an answer like any other, which tells the district why. It stops the ladder for what the person answers for
 * and for nobody else's.
 *
 * With 分片 the firms of a colleague go on being asked for, and so do firms that nobody has: their officers, the head,
 * the district and the city hear of them as before, and whoever has explained is reminded no more. Without 分片 all
 * officers answer for the same firms, so that no part of them could be left out: the ladder stops for the township, the
 * card says so before the press, and every colleague is told (`tell`) by whom, why, and how to have the reminders back.
 * Each person's last one counts.
 */
export const reportDifficulty = (standing: Standing, reason: string, deed: By): Told => {
  const { tally, colleagues } = standing
  if (tally.closed) return { is: 'closed' }
  const words = reason.trim()
  if (words === '') return { is: 'no-reason' }
  const scope = scopeOf(standing, deed.for ?? deed.by)
  const place = deed.for === undefined ? {} : { for: deed.for }
  const difficulty: Difficulty = { by: deed.by, ...place, at: deed.at, reason: words, scope }
  const others = (tally.difficulties ?? []).filter(({ by }) => by !== deed.by)
  return {
    is: 'noted',
    settlement: settle(
      tally,
      [],
      { ...deed, move: 'difficulty', reason: words },
      { difficulties: [...others, difficulty] },
    ),
    tell: scope === 'township' ? [...colleagues] : [],
  }
}

/**
 * 恢复提醒: the ladder goes on for the township, and for the person's own firms. A colleague who spoke for firms of their
 * own stays undisturbed; one who spoke for the township is reminded again, and told so like all the others.
 */
export const resumeReminders = ({ tally, colleagues }: Standing, deed: By): Resumed => {
  if (tally.closed) return { is: 'closed' }
  const all = tally.difficulties ?? []
  const ended = all.filter(({ by, scope }) => scope === 'township' || by === deed.by)
  if (ended.length === 0) return { is: 'nothing-stopped' }
  const wasWhole = ended.some(({ scope }) => scope === 'township')
  const tell = wasWhole ? [...new Set([...colleagues, ...ended.map(({ by }) => by)])] : []
  return {
    is: 'noted',
    settlement: settle(
      tally,
      [],
      { ...deed, move: 'end-difficulty' },
      { difficulties: all.filter((one) => !ended.includes(one)) },
    ),
    tell: tell.filter((person) => person !== deed.by),
  }
}
