import { must, Refused } from './refused.ts'

/** Some old programs end a file with 1A. */
const NOT_TEXT = /(?![\t\n\r\f])[\p{Cc}\ufffe\uffff]/u
const END = '\u001a'

const marks = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
] as const

/** Of text without a mark, by what programs here write: UTF-8, else what Windows in China calls ANSI. */
const unmarked = ['utf-8', 'gb18030'] as const

/** The text of a file, whatever it is encoded in; what is not text is refused. */
export const textOf = (bytes: Buffer): string => {
  const mark = marks.find((one) => one.bytes.every((byte, at) => bytes[at] === byte))
  for (const encoding of mark ? [mark.encoding] : (wideWithoutMark(bytes) ?? unmarked)) {
    const read = decoded(bytes, encoding)
    if (read !== undefined) {
      const text = read.endsWith(END) ? read.slice(0, -1) : read
      must(!NOT_TEXT.test(text), 'not-a-table')
      return text
    }
  }
  throw new Refused('not-a-table')
}

const decoded = (bytes: Buffer, encoding: string): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

const SEEN = 400

/** ASCII among 16-bit characters has every second byte 0: the digits, separators and line ends of a table. */
const wideWithoutMark = (bytes: Buffer): ['utf-16le' | 'utf-16be'] | undefined => {
  const zeros = [0, 0]
  for (let at = 0; at < Math.min(bytes.length, SEEN); at++)
    if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  if (even + odd === 0 || bytes.length % 2 === 1) return undefined
  return odd > even ? ['utf-16le'] : ['utf-16be']
}
