import { memo } from 'react'
import { usePreferences } from '../preferences.ts'
import { useNow } from '../sandbox/queries.ts'
import type { Chat } from '../sandbox/wire.ts'
import { useWords } from '../words/words.ts'
import { Avatar, Badge } from './avatar.tsx'
import { listTime } from './times.ts'

type Row = { chat: Chat; name: string; open: boolean; show: (chat: string) => void }

/** A chat in the list: who, what was said last and when, and how much is unread. */
export const ChatRow = memo(function ChatRow({ chat, name, open, show }: Row) {
  const words = useWords()
  const { language } = usePreferences()
  const now = useNow()
  const { last, unread, type, dissolved } = chat
  return (
    <li>
      <button
        type="button"
        className="row"
        aria-current={open ? 'page' : undefined}
        onClick={() => show(chat.chat_id)}
      >
        <Avatar id={type === 'p2p' ? 'bot' : chat.chat_id} name={name} size={40} />
        <b className="name">
          {name}
          {type === 'p2p' && <i>{words.bot}</i>}
        </b>
        <span className="when">{last && listTime(last.at, now, language)}</span>
        <span className="preview">
          {dissolved ? words.list.dissolved : (last?.text ?? words.list.silent)}
        </span>
        <Badge count={unread} label={words.list.unread(unread)} />
      </button>
    </li>
  )
})
