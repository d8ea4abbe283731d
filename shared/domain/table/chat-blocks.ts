import { type Month, readMonth } from '../month.ts'
import type { Indicator } from '../programme.ts'
import type { FindFirm, FirmMatch, KnownFirm } from './firms.ts'
import { grouped } from './grouped.ts'
import { plainText, type Token, tokensIn } from './tokens.ts'

export type ChatAbout = {
  /** Those that the officer fills in, in the programme's order. */
  indicators: readonly Indicator[]
  month: Month
  roster: readonly KnownFirm[]
  find: FindFirm
  /** The firm that the text is about, where the card it was typed on says so. */
  only?: KnownFirm
}

/** A firm, or words that may be one, with what stands behind it. */
export type Block = Opening & {
  row: number
  tokens: Token[]
  /** Something in it is of another month, or 累计. */
  isOther: boolean
  /** Known from the card, not from the text. */
  isGiven?: true
}

type Opening = { name: string; match: FirmMatch }
type Segment = { opening?: Opening; tokens: Token[] }

const STAMP = /^.{0,40}?(?<!\d)\d{1,2}:\d{2}(:\d{2})?\s*$/
const NUMBERING = /^\s*\(?\d{1,3}[.:)|]\s*(?=[^\d\s.|,+-])/
const OTHER_PERIOD = /上月|上个月|去年|上年|同期|同比|环比|累计/
const MONTHS = /(?:\d{2,4}年)?(?:今年|去年)?(?<![\d.])\d{1,2}月份?/g
const DAYS = /(?:\d{4}年)?(?<![\d.])\d{1,2}月\d{1,2}[日号]/g
/** Words that end like this are a firm's name, known or not. */
const LIKE_A_FIRM = /公司|厂$|集团|合作社/

/** Cuts a message into firms: a name opens a block, and what follows belongs to it until the next name. */
export const blocksOf = (text: string, about: ChatAbout): Block[] => {
  const { only, month } = about
  const segmentsOf = segmenter(about)
  const blocks: Block[] = []
  const open = (row: number, opening: Opening) => blocks.push({ row, ...opening, tokens: [], isOther: false })
  if (only) blocks.push({ row: 1, ...given(only), tokens: [], isOther: false, isGiven: true })
  for (const { row, written } of piecesOf(text)) {
    const dayless = written.replace(DAYS, ' ')
    const months = dayless.match(MONTHS) ?? []
    const isOther = OTHER_PERIOD.test(dayless) || months.some((one) => !isOf(one, month))
    for (const { opening, tokens } of segmentsOf(dayless.replace(MONTHS, ' ').replace(NUMBERING, ''))) {
      if (opening) open(row, only ? { ...opening, match: against(opening.match, only) } : opening)
      else if (blocks.length === 0) open(row, nobody)
      for (const block of blocks.slice(-1)) {
        for (const token of tokens) block.tokens.push(token)
        block.isOther ||= isOther
      }
    }
  }
  return blocks
}

const given = (firm: KnownFirm): Opening => ({ name: firm.name, match: { is: 'firm', firm, by: 'name' } })
const nobody: Opening = { name: '', match: { is: 'problem', problem: { why: 'no-firm' } } }

/** Lines, and sentences within them; without the times that a chat puts over its messages. */
const piecesOf = (text: string): { row: number; written: string }[] =>
  text.split(/\r?\n|\r/).flatMap((line, index) =>
    plainText(line)
      .split(/;|(?<!\d)。|。(?!\d)/)
      .filter((written) => written.trim() !== '' && !STAMP.test(written))
      .map((written) => ({ row: index + 1, written })),
  )

const isOf = (written: string, month: Month): boolean => {
  const read = readMonth(written)
  return typeof read === 'function' && read(month) === month
}

/** On one firm's card another firm's figures are not taken. */
const against = (match: FirmMatch, only: KnownFirm): FirmMatch =>
  match.is === 'firm' && match.firm.code !== only.code
    ? { is: 'problem', problem: { why: 'two-firms', near: [only, match.firm] } }
    : match

const segmenter = ({ indicators, roster, find, only }: ChatAbout): ((line: string) => Segment[]) => {
  const cut = tokensIn(indicators)
  const leading = leadingFirm(roster, find, cut)
  return (line) => {
    const start = leading(line)
    const segments: Segment[] = start ? [{ opening: start, tokens: [] }] : []
    for (const [index, token] of cut(start ? line.slice(start.length) : line).entries()) {
      const match = token.is === 'word' ? find('', token.text) : undefined
      const isFirst = index === 0 && start === undefined && only === undefined
      const name = token.is === 'word' ? token.text : ''
      if (match && (match.is === 'firm' || isFirst || LIKE_A_FIRM.test(name)))
        segments.push({ opening: { name, match }, tokens: [] })
      else if (segments.length === 0) segments.push({ tokens: [token] })
      else segments.at(-1)?.tokens.push(token)
    }
    return segments
  }
}

const CODE = /^\s*([0-9A-Z]{18})(?![0-9A-Z])[\s|,:]*([^\d\s|,:]*)/i

/** A code, or a whole name of the roster, at the start of a line: names may have digits in them. */
const leadingFirm = (
  roster: readonly KnownFirm[],
  find: FindFirm,
  cut: (line: string) => Token[],
): ((line: string) => (Opening & { length: number }) | undefined) => {
  const byLength = [...grouped(roster, ({ name }) => plainText(name).length)]
    .toSorted(([a], [b]) => b - a)
    .map(([length, firms]) => ({ length, names: new Set(firms.map(({ name }) => plainText(name))) }))
  const isWord = (text: string) => /^\p{L}/u.test(text) && cut(text)[0]?.is === 'word'
  return (line) => {
    const coded = CODE.exec(line)
    if (coded) {
      const [all, code = '', behind = ''] = coded
      const name = isWord(behind) ? behind : ''
      return { length: all.length - behind.length + name.length, name: name || code, match: find(code, name) }
    }
    const trimmed = line.trimStart()
    const known = byLength.find(
      ({ length, names }) => names.has(trimmed.slice(0, length)) && !isWord(trimmed.slice(length)),
    )
    if (known === undefined) return undefined
    const name = trimmed.slice(0, known.length)
    return { length: line.length - trimmed.length + known.length, name, match: find('', name) }
  }
}
