import { createContext, useContext } from 'react'
import { inputsIn, labelOf } from './form-inputs.ts'

/** By the path of an input: what stands above it in bold, where the card asks for the same thing several times. */
export type Headings = ReadonlyMap<string, string>

const HeadingsContext = createContext<Headings>(new Map())
export const HeadingsProvider = HeadingsContext.Provider

/** The heading that an input needs to be told from others of its name; '' when it needs none. */
export const useHeading = (path: string): string => useContext(HeadingsContext).get(path) ?? ''

/** A card that asks the same of ten firms names the firm once above its inputs; whoever only hears it needs it each time. */
export function headingsOf(elements: unknown, path: string): Headings {
  const found = inputsIn(elements, path)
  const labels = found.map(({ input }) => labelOf(input))
  const repeated = found.filter(
    (_, at) => labels.indexOf(labels[at] ?? '') !== labels.lastIndexOf(labels[at] ?? ''),
  )
  const headings = new Map(repeated.map((one) => [one.path, '']))
  let above = ''
  const look = (value: unknown, at: string): void => {
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) look(item, `${at}[${index}]`)
    } else if (typeof value === 'object' && value !== null) {
      above = headingIn(value) || above
      if (headings.has(at)) headings.set(at, above)
      for (const [key, inner] of Object.entries(value)) look(inner, `${at}.${key}`)
    }
  }
  if (headings.size > 0) look(elements, path)
  return headings
}

/** The first line of a markdown text, when it is nothing but bold or a heading; '' of anything else. */
function headingIn(value: object): string {
  if (!('tag' in value) || !('content' in value) || typeof value.content !== 'string') return ''
  if (value.tag !== 'markdown' && value.tag !== 'lark_md') return ''
  const [first = ''] = value.content.trim().split(/\n|<br>/)
  const [, bold, title] = /^(?:\*\*(.+?)\*\*|#{1,6}\s+(.+))$/.exec(first.trim()) ?? []
  return plain(bold ?? title ?? '')
}

/** Without tags, and with the characters that were escaped. */
const plain = (text: string): string =>
  text
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&#(\d{1,5});/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .trim()
