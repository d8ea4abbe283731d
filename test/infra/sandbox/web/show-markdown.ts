import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { Markdown } from '../../../../infra/sandbox/web/src/card/markdown/markdown.tsx'
import { type Seat, SeatProvider } from '../../../../infra/sandbox/web/src/card/seat.ts'

const names: Record<string, string> = { ou_me: '陈晓', ou_li: '李建国' }
const seat: Seat = {
  as: 'ou_me',
  card: { id: 'om_1', version: 1 },
  nameOf: (openId) => names[openId],
  members: [],
  imageOf: (key) => `/images/${encodeURIComponent(key)}`,
  within: () => undefined,
  press: async () => undefined,
  locale: 'zh_cn',
}

/** The HTML that a text of a card becomes, read by ou_me. */
export const showMarkdown = (content: string, subset = false): string =>
  renderToStaticMarkup(
    createElement(SeatProvider, { value: seat }, createElement(Markdown, { content, subset })),
  )

/** What of the HTML a person can read. */
export const textOf = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&')

export const elementsIn = (html: string): number => html.match(/<[a-z]/g)?.length ?? 0
