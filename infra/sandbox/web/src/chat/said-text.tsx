import { Fragment } from 'react'
import { Anchor } from '../card/anchor.tsx'
import type { Message } from '../sandbox/wire.ts'
import { useWords } from '../words/words.ts'
import { useWithin } from './open-address.ts'
import { partsOf } from './text-parts.ts'

type Said = { text: string; mentions: Message['mentions']; as: string }

/** What was said, with mentions and addresses made plain. */
export const SaidText = (said: Said) => (
  <p className="bubble">
    <TextParts {...said} />
  </p>
)

export function TextParts({ text, mentions, as }: Said) {
  const words = useWords()
  const within = useWithin(as)
  return partsOf(text, mentions, words.message.everybody).map((part, index) => {
    const key = `${index} ${part.text}`
    if (part.is === 'link')
      return (
        <Anchor key={key} address={part.text} within={within}>
          {part.text}
        </Anchor>
      )
    if (part.is === 'mention')
      return (
        <span key={key} className="mention" data-me={part.id === as || undefined}>
          @{part.text}
        </span>
      )
    return <Fragment key={key}>{part.text}</Fragment>
  })
}
