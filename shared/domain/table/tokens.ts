import type { Indicator, IndicatorId } from '../programme.ts'
import { readUnit, unitWords } from './units.ts'

/** What a message is made of. A number keeps the text that was typed; `glued`: stands straight behind an ASCII comma. */
export type Token =
  | { is: 'number'; text: string; unit?: string; glued: boolean }
  | { is: 'label'; on: IndicatorId }
  | { is: 'unit'; unit: string }
  | { is: 'comma' }
  | { is: 'word'; text: string }

/** ① to ⑨ in front of a figure; plain digits would run into it. */
const CIRCLED = '①②③④⑤⑥⑦⑧⑨'
const NUMBER = /^[+-]?(?:\d|\.\d)[\d.。+~/:%-]{0,40}(?:e[+-]?\d+)?/i
const NOT_KNOWN = /^(?:没有|暂无|未知|不详|无|-{1,4}|—{1,4}|[?]{1,4})(?=[\s|,;]|$)/
const BRACKET = /^\(([^()]*)\)/

/** Circled numbers and Chinese commas are kept apart before full-width letters are made plain. */
export const plainText = (text: string): string =>
  text
    .replace(/[①-⑨]/g, (circled) => `⟦${CIRCLED.indexOf(circled) + 1}⟧`)
    .replace(/[，、\t|]/g, '|')
    .normalize('NFKC')
    .replace(/[\u200b\ufeff]/g, '')
    .replace(/[−–﹣]/g, '-')

/** Cuts a line that `plainText` made into tokens; labels are the indicators' names and other names. */
export const tokensIn = (indicators: readonly Indicator[]): ((line: string) => Token[]) => {
  const labels = labelsOf(indicators)
  return (line) => {
    const tokens: Token[] = []
    for (let rest = line; rest !== ''; ) {
      const { length, token } = next(rest, tokens.at(-1), { labels, indicators })
      const before = line.charAt(line.length - rest.length - 1)
      if (token) tokens.push(token.is === 'number' ? { ...token, glued: before === ',' } : token)
      rest = rest.slice(length)
    }
    return tokens
  }
}

type Labels = readonly { text: string; on: IndicatorId }[]
type Known = { labels: Labels; indicators: readonly Indicator[] }
type Step = { length: number; token?: Token }

const labelsOf = (indicators: readonly Indicator[]): Labels =>
  indicators
    .flatMap(({ id, name, short, aliases = [] }) =>
      [name, short, ...aliases].map((text) => ({ text, on: id })),
    )
    .toSorted((a, b) => b.text.length - a.text.length)

const next = (rest: string, last: Token | undefined, known: Known): Step => {
  const first = rest.charAt(0)
  if (/[\s:=]/.test(first)) return { length: 1 }
  if (first === '|' || first === ',') return { length: 1, token: { is: 'comma' } }
  const figure = NUMBER.exec(rest)?.[0] ?? NOT_KNOWN.exec(rest)?.[0]
  if (figure !== undefined) return number(rest, figure)
  const unit = last?.is === 'number' || last?.is === 'label' ? BRACKET.exec(rest) : null
  const stated = readUnit(unit?.[1] ?? '')
  if (unit && stated) return { length: unit[0].length, token: { is: 'unit', unit: stated } }
  return label(rest, known) ?? word(rest, known)
}

const number = (rest: string, figure: string): Step => {
  const text = figure.replace(/(?<=\d)[.。:/~-]+$/, '')
  const behind = rest.slice(figure.length, figure.length + LONGEST)
  const blank = behind.length - behind.trimStart().length
  const unit = unitWords.find((one) => behind.slice(blank).toLowerCase().startsWith(one))
  const length = figure.length + (unit === undefined ? 0 : blank + unit.length)
  return { length, token: { is: 'number', text, ...(unit && { unit }), glued: false } }
}

const label = (rest: string, { labels, indicators }: Known): Step | undefined => {
  const ordinal = /^⟦(\d)⟧/.exec(rest)
  const meant = indicators[Number(ordinal?.[1] ?? 0) - 1]
  const named = labels.find(({ text }) => rest.startsWith(text, ordinal?.[0].length ?? 0))
  const on = named?.on ?? meant?.id
  if (on === undefined) return undefined
  return { length: (ordinal?.[0].length ?? 0) + (named?.text.length ?? 0), token: { is: 'label', on } }
}

/** Up to the next figure, label or separator; signs alone say nothing. */
const word = (rest: string, { labels }: Known): Step => {
  const near = rest.slice(0, LONGEST)
  const ends = [...labels.map(({ text }) => near.indexOf(text, 1)), near.slice(1).search(/[\d\s|,:=⟦]/) + 1]
  const end = Math.min(near.length, ...ends.filter((at) => at > 0))
  const text = near.slice(0, end)
  return { length: end, ...(/[\p{L}\p{N}]/u.test(text) && { token: { is: 'word', text } }) }
}

const LONGEST = 60
