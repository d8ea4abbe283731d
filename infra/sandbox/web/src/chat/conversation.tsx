import { useNames } from '../sandbox/queries.ts'
import type { Chat } from '../sandbox/wire.ts'
import { useWords } from '../words/words.ts'
import { Avatar } from './avatar.tsx'
import { Composer } from './composer.tsx'
import { useDesk } from './desk-places.ts'
import { useDropping } from './dropping.ts'
import { Icon } from './icons.tsx'
import { MessageList } from './message-list.tsx'
import { useSend } from './sending.ts'
import './conversation.css'

type Shown = { as: string; index: number; chat: Chat; name: string; back: () => void }

/** An open chat: its name, what was said, and where one writes. Files can be dropped anywhere on it. */
export function Conversation({ as, index, chat, name, back }: Shown) {
  const words = useWords()
  const { sendText, sendFiles } = useSend(as, chat.chat_id)
  const { over, listeners } = useDropping((files) => void (chat.dissolved || sendFiles(files)))
  const composer = { as, chat, name, sendText, sendFiles }
  return (
    <main className="conversation" aria-label={words.chat.label(name)} {...listeners}>
      <header>
        <button
          type="button"
          className="plain-button only-narrow"
          aria-label={words.chat.back}
          title={words.chat.back}
          onClick={back}
        >
          <Icon name="back" />
        </button>
        <h2>{name}</h2>
        <span>{chat.type === 'group' ? words.chat.people(chat.members.length) : words.bot}</span>
        <Whose as={as} index={index} />
      </header>
      <MessageList as={as} chat={chat} />
      {chat.dissolved ? <p className="closed">{words.chat.dissolved}</p> : <Composer {...composer} />}
      {over && !chat.dissolved && <p className="drop">{words.composer.drop}</p>}
    </main>
  )
}

/** Whose chat it is, beside somebody else's, where the list that says so does not fit. */
function Whose({ as, index }: { as: string; index: number }) {
  const words = useWords()
  const { panes, close } = useDesk()
  const name = useNames()(as) ?? as
  if (panes.length < 2) return null
  return (
    <span className="whose">
      <Avatar id={as} name={name} size={24} />
      {name}
      {index > 0 && (
        <button
          type="button"
          className="plain-button"
          aria-label={words.list.closePane}
          title={words.list.closePane}
          onClick={() => close(index)}
        >
          <Icon name="close" size={18} />
        </button>
      )}
    </span>
  )
}
