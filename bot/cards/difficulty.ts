import type { Month } from '../../shared/domain/month.ts'
import { openCount, type Tally } from '../../shared/domain/tally.ts'
import type { Plan } from '../../shared/ports.ts'
import type { Token } from '../declare.ts'
import { difficulty, type Speaking } from '../words/difficulty.ts'
import { summaryOf } from '../words/filing.ts'
import { goOn } from '../words/owed.ts'
import { press } from './controls.ts'
import { footer } from './footer.ts'
import { type Card, card, choice, form, input, note, row, submit, text } from './kit.ts'
import { plainCard } from './plain.ts'

/** The township of a card: its name, and whom the person speaks for in it. */
type About = { township: string; speaking: Speaking }

/** What kind of difficulty it is, and what help is wanted; before that, whose reminders will stop. */
export const difficultyForm = (
  plan: Plan,
  { township, speaking }: About,
  month: Month,
  tokens: { tell: Token; back: Token },
): Card =>
  card({
    title: difficulty.title(township, month),
    tone: 'wathet',
    summary: summaryOf(month),
    parts: [
      text(difficulty.ask(township, speaking)),
      form('difficulty_form', [
        choice({ name: 'kind', options: difficulty.kinds, placeholder: '请选一项' }),
        input({ name: 'words', label: '需要什么协助（可不填）', maxLength: 100 }),
        row([submit('提交', tokens.tell, { kind: 'primary' }), press(difficulty.back, tokens.back)]),
      ]),
      note(difficulty.seenBy(speaking)),
      footer(plan.programme),
    ],
  })

type Open = Pick<Tally, 'month' | 'counts'>
type Ways = { file: Token; resume?: Token; ask?: Token }

const ways = ({ counts }: Open, { file, resume, ask }: Ways) => {
  const buttons = [
    ...(openCount(counts) > 0 ? [press(goOn(counts), file)] : []),
    ...(resume ? [press(difficulty.resume, resume)] : []),
    ...(ask ? [press(difficulty.button, ask)] : []),
  ]
  return buttons.length > 0 ? [row(buttons)] : []
}

/** It is noted and nobody reminds any more; what is there already can still be filed. */
export const difficultyNoted = (
  plan: Plan,
  { township, speaking }: About,
  tally: Open,
  tokens: { file: Token; resume: Token },
): Card =>
  plainCard(plan, tally.month, {
    title: difficulty.notedTitle(speaking),
    tone: 'green',
    body: difficulty.noted(township, speaking),
    ways: ways(tally, tokens),
  })

/** The reminders go on. */
export const remindersResumed = (
  plan: Plan,
  { township, shared }: { township: string; shared: boolean },
  tally: Open,
  tokens: { file: Token; ask: Token },
): Card =>
  plainCard(plan, tally.month, {
    title: difficulty.resumedTitle,
    tone: 'green',
    body: difficulty.resumed(township, shared),
    ways: ways(tally, tokens),
  })

/** To an officer whose reminders a colleague has stopped: who, why, and the way to have them back. */
export const colleagueExplained = (
  plan: Plan,
  said: Parameters<typeof difficulty.told>[0],
  tally: Open,
  tokens: { file: Token; resume: Token },
): Card =>
  plainCard(plan, tally.month, {
    title: difficulty.toldTitle(said.name, tally.month),
    tone: 'wathet',
    body: difficulty.told(said),
    ways: ways(tally, tokens),
  })

/** To an officer whose reminders a colleague has brought back. */
export const colleagueResumed = (
  plan: Plan,
  said: Parameters<typeof difficulty.resumedTold>[0],
  tally: Open,
  tokens: { file: Token; ask: Token },
): Card =>
  plainCard(plan, tally.month, {
    title: difficulty.resumedToldTitle(said.name, tally.month),
    tone: 'wathet',
    body: difficulty.resumedTold(said),
    ways: ways(tally, tokens),
  })
