import { Amount, SCALE } from '../../../shared/domain/amount.ts'
import { CreditCode } from '../../../shared/domain/enterprise.ts'
import type { Figures } from '../../../shared/domain/figures.ts'
import { explains, explanationOf, truthTyped, typedFor } from './behaviour.ts'
import type { OnCard } from './card-reader.ts'

/** What an officer knows when the card asks. */
export type Knowledge = {
  seed: number
  truth: ReadonlyMap<CreditCode, Figures>
  /** Firms that were typed once already: a slip is not made twice. */
  typed: Set<CreditCode>
  /** The figures that were taken of a firm, by indicator. */
  filed: Map<CreditCode, Set<string>>
}

/** These figures of a firm were taken. */
export const recall = ({ filed }: Knowledge, code: CreditCode, figures: readonly string[]): void => {
  filed.set(code, new Set([...(filed.get(code) ?? []), ...figures]))
}

/** The firm and the figure that an input is for: `sales_<code>`. */
export const figureIn = (name: string): { on: string; code: CreditCode } | undefined => {
  const [on = '', code, ...more] = name.split('_')
  const read = CreditCode.safeParse(code)
  return read.success && more.length === 0 ? { on, code: read.data } : undefined
}

/** The firm that an explanation is for: `say_sales_<code>`. */
export const questionIn = (name: string): CreditCode | undefined => {
  const [kind, , code] = name.split('_')
  const read = CreditCode.safeParse(code)
  return kind === 'say' && read.success ? read.data : undefined
}

export const questionsOn = (card: OnCard): CreditCode[] => [
  ...new Set(card.inputs.flatMap(({ name }) => questionIn(name) ?? [])),
]

/** The firms that the card asks figures of, without those that it only asks to explain. */
export const firmsOn = (card: OnCard): CreditCode[] => {
  const questioned = new Set(questionsOn(card))
  const codes = card.inputs.flatMap(({ name }) => figureIn(name)?.code ?? [])
  return [...new Set(codes)].filter((code) => !questioned.has(code))
}

/** What is typed into the card: figures that are not there yet or were refused, and explanations. */
export const filled = (card: OnCard, knowledge: Knowledge): Record<string, string> => ({
  ...figuresFor(card, knowledge),
  ...explanationsFor(card, knowledge),
})

const figuresFor = (card: OnCard, { seed, truth, typed }: Knowledge): Record<string, string> => {
  const firms = new Set(firmsOn(card))
  return Object.fromEntries(
    card.inputs.flatMap(({ name, value }) => {
      const figure = figureIn(name)
      const figures = figure && firms.has(figure.code) ? truth.get(figure.code) : undefined
      if (figure === undefined || figures === undefined) return []
      const text = typedFor(seed, figure.code, figures, typed.has(figure.code))[figure.on]
      return text === undefined || isSame(text, value) ? [] : [[name, text]]
    }),
  )
}

/** What stands there already need not be typed: the card shows figures with two decimals. */
const isSame = (typed: string, shown: string): boolean =>
  shown !== '' && Number(typed.replaceAll(',', '')) === Number(shown.replaceAll(',', ''))

const explanationsFor = (card: OnCard, { seed }: Knowledge): Record<string, string> => {
  const form: Record<string, string> = {}
  for (const { name, value } of card.inputs) {
    const code = questionIn(name)
    if (code === undefined || value !== '' || !explains(seed, code)) continue
    const why = name.replace('say_', 'why_')
    const reasons = card.selects.find((select) => select.name === why)?.options ?? []
    form[name] = explanationOf(seed, code)
    form[why] = reasons[1] ?? ''
  }
  return form
}

/** The same form with a second officer's figures: every sales figure is one 万元 higher. */
export const contradicting = (
  form: Readonly<Record<string, string>>,
  { truth }: Knowledge,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(form).map(([name, text]) => {
      const figure = figureIn(name)
      const sales = figure?.on === 'sales' ? truth.get(figure.code)?.sales : undefined
      return [
        name,
        sales === undefined ? text : (truthTyped({ sales: Amount.parse(sales + SCALE) }).sales ?? text),
      ]
    }),
  )
