import type { ReactNode } from 'react'
import { usePreferences } from '../preferences.ts'
import { useNames } from '../sandbox/queries.ts'
import type { Message } from '../sandbox/wire.ts'
import { useWords } from '../words/words.ts'
import { linesOf, type Piece } from './post-lines.ts'
import { TextParts } from './said-text.tsx'

type Given = { content: Record<string, unknown>; mentions: Message['mentions']; as: string }

/** A post: a title and lines of pieces. */
export function Post({ content, mentions, as }: Given) {
  const { language } = usePreferences()
  const { title, lines } = linesOf(content, language === 'en' ? 'en_us' : 'zh_cn')
  return (
    <div className="bubble post">
      {title !== '' && <b>{title}</b>}
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its place
        <p key={index}>
          {line.map((piece, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a piece is known by its place
            <PieceView key={at} piece={piece} mentions={mentions} as={as} />
          ))}
        </p>
      ))}
    </div>
  )
}

function PieceView({ piece, mentions, as }: { piece: Piece } & Omit<Given, 'content'>): ReactNode {
  const words = useWords()
  const nameOf = useNames()
  const { tag, text, href, user_id, user_name, image_key } = piece
  if (tag === 'hr') return <hr />
  if (tag === 'img') return <img src={`/sandbox/images/${image_key}`} alt={words.message.image} />
  if (tag === 'code_block') return <code className="block">{text}</code>
  if (tag === 'a' && /^https?:\/\//.test(href))
    return (
      <a href={href} target="_blank" rel="noopener noreferrer">
        {text || href}
      </a>
    )
  if (tag === 'at') {
    const known = mentions.find((one) => one.key === user_id || one.id.open_id === user_id)
    const name =
      user_id === 'all' ? words.message.everybody : (known?.name ?? (user_name || nameOf(user_id) || user_id))
    return <span className="mention">@{name}</span>
  }
  if (text === '') return `［${tag}］`
  return (
    <span className={piece.style.join(' ')}>
      <TextParts text={text} mentions={mentions} as={as} />
    </span>
  )
}
