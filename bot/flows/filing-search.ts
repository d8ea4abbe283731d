import type { Report } from '../../shared/domain/report.ts'
import { findAmong } from '../../shared/usecases/find-enterprise.ts'
import { filingHits } from '../cards/filing-hits.ts'
import type { Typed } from '../cards/filing-names.ts'
import { filingFind } from '../words/filing-find.ts'
import { showDetail } from './filing-detail.ts'
import { fromFirm, type Go } from './filing-pages.ts'
import { submitted } from './filing-submit.ts'
import { filingToken } from './filing-token.ts'
import type { Step } from './filing-turn.ts'

/** What was typed to look for; a card may have a search for each of its townships. */
const wordsIn = (form: Typed): string => {
  const typed = Object.entries(form).find(([name]) => name.startsWith('find-'))?.[1]
  return typeof typed === 'string' ? typed.trim() : ''
}

const NUMBER = /^\d{1,4}$/

/** By its number in the roster, else by code or name. */
const hitsOf = (reports: readonly Report[], words: string) => {
  const numbered = NUMBER.test(words) ? reports.filter(({ no }) => no === Number(words)) : []
  return numbered.length > 0 ? { shown: numbered, total: numbered.length } : findAmong(reports, words)
}

/** What was typed on the page is taken in; then the one firm that is meant, or the few that may be. */
const looking =
  (there: Go): Step =>
  async (turn, state, form, tally) => {
    const words = wordsIn(form)
    if (words === '') return { toast: { tone: 'info', say: filingFind.noWords } }
    const { shown, total } = hitsOf(await turn.ports.store.reports(state), words)
    const [first] = shown
    if (first === undefined) return { toast: { tone: 'warning', say: filingFind.notFound(words) } }
    const list: Go = async () => filingHits(turn.plan, { words, shown, total, of: state }, filingToken(state))
    const go: Go = (...given) => there(given[0], { ...given[1], firm: first.code }, given[2])
    return submitted(total > 1 ? list : go)(turn, state, form, tally)
  }

export const find: Step = looking(fromFirm)
/** Straight to the firm's own card. */
export const findDetail: Step = looking(showDetail)
