import type { Month } from '../../shared/domain/month.ts'
import { openCount, type Tally } from '../../shared/domain/tally.ts'
import type { Plan } from '../../shared/ports.ts'
import type { Token } from '../declare.ts'
import { difficulty } from '../words/difficulty.ts'
import { summaryOf } from '../words/filing.ts'
import { press } from './controls.ts'
import { footer } from './footer.ts'
import { type Card, card, choice, form, input, note, row, submit, text } from './kit.ts'
import { plainCard } from './plain.ts'

/** What kind of difficulty it is, and what help is wanted. */
export const difficultyForm = (plan: Plan, township: string, month: Month, tell: Token): Card =>
  card({
    title: difficulty.title(township, month),
    tone: 'wathet',
    summary: summaryOf(month),
    parts: [
      text(difficulty.ask),
      form('difficulty_form', [
        choice({ name: 'kind', options: difficulty.kinds, placeholder: '请选一项' }),
        input({ name: 'words', label: '需要什么协助（可不填）', maxLength: 100 }),
        submit('提交', tell, { kind: 'primary' }),
      ]),
      note(difficulty.seenBy),
      footer(plan.programme),
    ],
  })

/** It is noted and nobody reminds any more; what is there already can still be filed. */
export const difficultyNoted = (
  plan: Plan,
  township: string,
  { month, counts }: Pick<Tally, 'month' | 'counts'>,
  file: Token,
): Card =>
  plainCard(plan, month, {
    title: difficulty.notedTitle,
    tone: 'green',
    body: difficulty.noted(township),
    ways: openCount(counts) > 0 ? [row([press(`接着填（${openCount(counts)} 户）`, file)])] : [],
  })
