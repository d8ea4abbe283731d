import type { CSSProperties } from 'react'
import { useLook } from './look/look.ts'
import { Markdown } from './markdown/markdown.tsx'
import { type Seat, useSeat } from './seat.ts'

/** A text of a card: plain, or with a little of Feishu's markdown. */
export type TextObject = {
  tag?: 'plain_text' | 'lark_md' | 'markdown'
  content?: string
  i18n_content?: Record<string, string>
  text_size?: string
  text_color?: string
  text_align?: 'left' | 'center' | 'right'
  lines?: number
}

/** What a text says in the reader's language. */
export const contentOf = (text: TextObject | undefined, locale: Seat['locale']): string =>
  text?.i18n_content?.[locale] ?? text?.content ?? ''

/** Size, colour, alignment and the number of lines of a text; to be set on an element of class `sized`. */
function useTextStyle(text: TextObject): CSSProperties {
  const look = useLook()
  return {
    ...look.size(text.text_size),
    color: look.color(text.text_color),
    textAlign: text.text_align,
    ...(text.lines !== undefined && text.tag === 'plain_text' && { WebkitLineClamp: text.lines }),
  }
}

export function Text({ text, className = '' }: { text: TextObject; className?: string }) {
  const { locale } = useSeat()
  const style = useTextStyle(text)
  const content = contentOf(text, locale)
  if (text.tag === 'lark_md' || text.tag === 'markdown') {
    return (
      <div className={`sized rich ${className}`} style={style}>
        <Markdown content={content} subset={text.tag === 'lark_md'} />
      </div>
    )
  }
  const clamped = text.lines === undefined ? '' : 'clamped'
  return (
    <div className={`sized plain ${clamped} ${className}`} style={style}>
      {content}
    </div>
  )
}
