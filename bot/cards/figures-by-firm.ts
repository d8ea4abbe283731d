import { bisect, escaped, grey, heading, input, type Part, red, shorten, text } from './kit.ts'

/** One figure to type. `error` is the sentence that says what to type instead; the value stays where it is. */
export type FirmInput = {
  name: string
  /** `应税销售 万元`, or the firm's name where a page asks one figure of many firms. */
  label: string
  /** Says which figure it is where the label stands beside the input instead of in it. */
  placeholder?: string | undefined
  value?: string | undefined
  error?: string | undefined
}

/** Longer than any figure; without it a page of pasted paragraphs would outgrow the card. */
export const FIGURE_LENGTH = 24
const NAME_LENGTH = 20

/**
 * A firm with all its figures, two by two. Under the name stands what is to know of it (`about`, why it was sent back),
 * then in grey what to compare with (`上月 152.30 | 4.20`), which is never in an input.
 */
export const firmBlock = (firm: {
  no: number
  name: string
  about?: string | undefined
  last?: string | undefined
  lastYear?: string | undefined
  inputs: readonly FirmInput[]
}): Part[] => [
  heading(linesOf(firm)),
  ...pairs(firm.inputs).map((pair) => bisect(pair.map(typed))),
  ...firm.inputs.flatMap(({ label, error }) =>
    error === undefined ? [] : [errorLine(`${label}：${error}`)],
  ),
]

/** The number, the name, what is to know, and the lines to compare with. */
const linesOf = ({ no, name, about, last, lastYear }: Parameters<typeof firmBlock>[0]): string =>
  [
    title(no, name),
    ...(about === undefined ? [] : [about]),
    ...[last, lastYear].flatMap((line) => (line === undefined ? [] : [grey(line)])),
  ].join('\n')

export const title = (no: number, name: string, length = NAME_LENGTH): string =>
  `**${no} ${escaped(shorten(name, length))}**`

export const errorLine = (sentence: string): Part => text(red(escaped(sentence)))

const typed = ({ name, label, value }: FirmInput): Part =>
  input({ name, label, value: value && shorten(value, FIGURE_LENGTH), maxLength: FIGURE_LENGTH })

/** Two by two; one alone takes the whole line. */
export const twoByTwo = (inputs: readonly Part[]): Part[] =>
  inputs.length > 1 ? pairs(inputs).map(bisect) : [...inputs]

const pairs = <One>(all: readonly One[]): One[][] =>
  all.flatMap((_, index) => (index % 2 === 0 ? [all.slice(index, index + 2)] : []))
