import type { CreditCode } from '../../shared/domain/enterprise.ts'
import type { Programme } from '../../shared/domain/programme.ts'
import type { TypedAnswer } from '../../shared/usecases/questions.ts'
import type { TypedFirm } from '../../shared/usecases/record-figures.ts'

/** Names of inputs. Feishu gives a form back as flat strings, so a name says which firm and what: `sales_<code>`. */
export const figureName = (indicator: string, code: string): string => `${indicator}_${code}`
export const reasonName = (on: string, code: string): string => `why_${on}_${code}`
export const wordsName = (on: string, code: string): string => `say_${on}_${code}`

export type Typed = Readonly<Record<string, unknown>>

export const textIn = (form: Typed, name: string): string => {
  const value = form[name]
  return typeof value === 'string' ? value : ''
}

/** What was typed for the firms of a card: only firms that the card showed are read, whatever the form holds. */
export const typedFirms = (programme: Programme, codes: readonly CreditCode[], form: Typed): TypedFirm[] =>
  codes.map((code) => {
    const inputs = programme.indicators.flatMap(({ id }) => {
      const text = form[figureName(id, code)]
      return typeof text === 'string' ? [{ id, text, isBlank: text.trim() === '' }] : []
    })
    const figures = inputs.flatMap(({ id, text, isBlank }) => (isBlank ? [] : [[id, text] as const]))
    const blank = inputs.flatMap(({ id, isBlank }) => (isBlank ? [id] : []))
    return { code, figures: Object.fromEntries(figures), blank, answers: answersFor(code, form) }
  })

const answersFor = (code: CreditCode, form: Typed): TypedAnswer[] =>
  Object.keys(form).flatMap((name) => {
    const [kind, on, of] = name.split('_')
    if (kind !== 'say' || of !== code || on === undefined) return []
    return [{ on, reason: textIn(form, reasonName(on, code)), text: textIn(form, name) }]
  })
