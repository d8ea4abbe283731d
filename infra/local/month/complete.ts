import type { CreditCode } from '../../../shared/domain/enterprise.ts'
import { buttonTo, type OnCard } from './card-reader.ts'
import { type Desk, type Held, press } from './desk.ts'
import { figureIn, filled, firmsOn, questionIn, questionsOn, recall } from './filled.ts'

const REPORT = 'report-figures'
/** Four figures one after the other, and what comes back to be mended. */
const MOST_SUBMITS = 12

type Form = Readonly<Record<string, string>>

/**
 * Types what is known into the card and sends it, and mends what comes back, until nothing is left that is known.
 * Where a colleague filed other figures, an officer who `insists` gives a reason, the other one lets them stand.
 */
export const complete = async (desk: Desk, start: Held, insists: boolean): Promise<Held> => {
  let held = start
  for (let submits = 0; submits < MOST_SUBMITS; submits++) {
    const form = filled(held.card, desk.knowledge)
    if (isContested(held.card)) held = await settle(desk, held, insists)
    else if (Object.keys(form).length === 0 && !isByIndicator(held.card)) return held
    else held = await submit(desk, held, form)
  }
  throw new Error(`${held.who} submits again and again, and the card keeps asking`)
}

/** One submit, and what was taken by it remembered. */
export const submit = async (desk: Desk, held: Held, form: Form): Promise<Held> => {
  const { held: after, changed } = await press(desk, held, { flow: REPORT, step: wayOn(held.card) }, form)
  if (changed) remember(desk, form, after.card)
  return after
}

const isContested = (card: OnCard): boolean => buttonTo(card, REPORT, 'mine') !== undefined
const indicatorOf = (card: OnCard, step: string): string | undefined =>
  card.buttons.find(({ token }) => token.flow === REPORT && token.step === step)?.token.state.indicator
const isPage = (card: OnCard): boolean => buttonTo(card, REPORT, 'view') !== undefined
export const isByIndicator = (card: OnCard): boolean =>
  isPage(card) && indicatorOf(card, 'submit') !== undefined

/** By indicator, going on to the next figure submits this one; the last figure is submitted as any page is. */
const wayOn = (card: OnCard): string =>
  isByIndicator(card) && indicatorOf(card, 'view') !== undefined ? 'view' : 'submit'

const settle = async (desk: Desk, held: Held, insists: boolean): Promise<Held> => {
  const contested = firmsOn(held.card)
  desk.memory.add(...contested.map((code) => ({ is: 'superseded' as const, code })))
  if (!insists) return (await press(desk, held, { flow: REPORT, step: 'theirs' })).held
  const form = { override: '与企业会计当面核对，以开票汇总表为准' }
  const typed = Object.fromEntries(held.card.inputs.map(({ name, value }) => [name, value]))
  const { held: after, changed } = await press(desk, held, { flow: REPORT, step: 'mine' }, form)
  if (changed) remember(desk, typed, after.card)
  return after
}

/** Whatever is not asked again was taken. */
const remember = ({ memory, knowledge, onFiled }: Desk, form: Form, after: OnCard): void => {
  const asked = new Set(isPage(after) ? [] : firmsOn(after))
  const unexplained = new Set(questionsOn(after))
  const figures = new Map<CreditCode, Record<string, string>>()
  for (const [name, text] of Object.entries(form)) {
    if (text === '') continue
    const figure = figureIn(name)
    if (figure) figures.set(figure.code, { ...figures.get(figure.code), [figure.on]: text })
    const code = questionIn(name)
    if (code && !unexplained.has(code)) memory.add({ is: 'explained', code, text })
  }
  const taken = [...figures].filter(([code]) => !asked.has(code))
  memory.add(...taken.map(([code, typed]) => ({ is: 'filed' as const, code, typed })))
  for (const code of figures.keys()) knowledge.typed.add(code)
  onFiled(taken.filter(([code]) => !knowledge.filed.has(code)).length)
  for (const [code, typed] of taken) recall(knowledge, code, Object.keys(typed))
}
