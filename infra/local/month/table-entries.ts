import type { CreditCode } from '../../../shared/domain/enterprise.ts'
import type { Month } from '../../../shared/domain/month.ts'
import type { Indicator, Programme } from '../../../shared/domain/programme.ts'
import type { City } from '../city/city.ts'
import type { Inactive, Truth } from '../city/truth.ts'
import { explains, explanationOf, truthTyped, typedFor } from './behaviour.ts'
import type { Desk } from './desk.ts'
import { recall } from './filled.ts'
import type { TableOutcome } from './hand-in.ts'
import type { Share } from './officer.ts'

/** What stands in a firm's row of a table. */
export type Entry = { typed: Readonly<Record<string, string>>; halt?: Inactive; words?: string }
export type Entries = ReadonlyMap<CreditCode, Entry>

/** The table that an officer has in hand: of which month and township, and what is true of the firms in it. */
export type TableInHand = {
  month: Month
  township: string
  indicators: readonly Indicator[]
  names: ReadonlyMap<CreditCode, string>
  truth: Truth
}

const asked = ({ indicators }: Programme): Indicator[] =>
  indicators.filter(({ supplier }) => supplier === 'officer')

export const headingOf = ({ name, unit }: Indicator): string => `${name}（${unit}）`

/** The officer's own firms of the township. */
export const tableInHand = (
  { plan, enterprises }: Pick<City, 'plan' | 'enterprises'>,
  { truth, month }: { truth: Truth; month: Month },
  { township, isMine }: Share,
): TableInHand => {
  const own = enterprises.filter(({ code, unit }) => unit === township && isMine(code))
  const names = new Map(own.map(({ code, name }) => [code, name]))
  const ofOwn = <One>(all: ReadonlyMap<CreditCode, One>) =>
    new Map([...all].filter(([code]) => names.has(code)))
  return {
    month,
    township: plan.units.find(({ path }) => path === township)?.name ?? township,
    indicators: asked(plan.programme),
    names,
    truth: { figures: ofOwn(truth.figures), inactive: ofOwn(truth.inactive) },
  }
}

/** What is typed at first, a slip now and then included. */
export const firstEntries = ({ knowledge }: Desk, { truth, indicators }: TableInHand): Entries =>
  new Map(
    [...truth.figures].map(([code, figures]) => {
      const typed = typedFor(knowledge.seed, code, figures, knowledge.typed.has(code))
      const ids = indicators.map(({ id }) => id)
      return [code, { typed: Object.fromEntries(Object.entries(typed).filter(([id]) => ids.includes(id))) }]
    }),
  )

/** What is mended after a look at the table that came back: slips are put right, questions are explained. */
export const mendedEntries = (
  { knowledge: { seed, truth } }: Desk,
  before: Entries,
  { results }: Pick<TableOutcome, 'results'>,
): Entries =>
  new Map(
    [...results].flatMap(([code, result]): [CreditCode, Entry][] => {
      const figures = truth.get(code)
      const entry = before.get(code)
      if (entry === undefined || figures === undefined) return []
      if (result.questioned && explains(seed, code))
        return [[code, { ...entry, words: explanationOf(seed, code) }]]
      const typed = truthTyped(figures)
      const isSlip = Object.entries(entry.typed).some(([id, text]) => typed[id] !== text)
      return !result.taken && isSlip ? [[code, { typed }]] : []
    }),
  )

/** Whatever the table that came back says is taken. */
export const remember = (
  { memory, knowledge, onFiled }: Desk,
  entries: Entries,
  { results }: Pick<TableOutcome, 'results'>,
): void => {
  const taken = [...entries].filter(([code]) => results.get(code)?.taken)
  for (const code of entries.keys()) knowledge.typed.add(code)
  for (const [code, { typed, halt, words }] of taken) {
    if (Object.keys(typed).length > 0) memory.add({ is: 'filed', code, typed: { ...typed } })
    if (halt) memory.add({ is: 'halted', code, condition: halt.condition })
    if (words !== undefined && !results.get(code)?.questioned)
      memory.add({ is: 'explained', code, text: words })
  }
  const filed = taken.filter(([, { halt }]) => !halt)
  onFiled(filed.filter(([code]) => !knowledge.filed.has(code)).length)
  for (const [code, { typed }] of filed) recall(knowledge, code, Object.keys(typed))
}
