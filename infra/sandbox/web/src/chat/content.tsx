import type { Chat, Message } from '../sandbox/wire.ts'
import { useWords } from '../words/words.ts'
import { CardSeat } from './card-seat.tsx'
import { FileMessage, ImageMessage } from './media.tsx'
import { Post } from './post.tsx'
import { SaidText } from './said-text.tsx'

/** What a message holds, by its type; a type that this client does not know is named. */
export function Content({ as, chat, message }: { as: string; chat: Chat; message: Message }) {
  const words = useWords()
  const { msg_type: type, mentions } = message
  const content = message.content ?? {}
  if (message.card) return <CardSeat as={as} chat={chat} message={message} card={message.card} />
  if (type === 'text') return <SaidText text={textOf(content.text)} mentions={mentions} as={as} />
  if (type === 'post') return <Post content={content} mentions={mentions} as={as} />
  if (type === 'image') return <ImageMessage imageKey={textOf(content.image_key)} />
  if (type === 'file')
    return <FileMessage fileKey={textOf(content.file_key)} name={textOf(content.file_name)} />
  return <p className="bubble unknown">{words.message.unknown(type)}</p>
}

const textOf = (given: unknown): string => (typeof given === 'string' ? given : '')
