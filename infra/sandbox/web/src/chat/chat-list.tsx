import { Toast } from '@douyinfe/semi-ui-19'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ask, Refused } from '../sandbox/ask.ts'
import { keys, useApp, useChats, useNames } from '../sandbox/queries.ts'
import type { Chat } from '../sandbox/wire.ts'
import { useWords } from '../words/words.ts'
import { Avatar } from './avatar.tsx'
import { ChatRow } from './chat-row.tsx'
import { useDesk } from './desk-places.ts'
import { Icon } from './icons.tsx'
import './chat-list.css'

type Listed = {
  as: string
  chosen: string
  label: string
  index: number
  show: (chat: string) => void
  pick: () => void
}

/** Somebody's chats, the newest message first. */
export function ChatList({ as, chosen, label, index, show, pick }: Listed) {
  const words = useWords()
  const app = useApp()
  const chats = useChats(as)
  const [sought, setSought] = useState('')
  const nameOf = (chat: Chat) => (chat.type === 'p2p' ? (app?.app_name ?? words.bot) : chat.name)
  const all = (chats.data?.chats ?? []).toSorted((a, b) => (b.last?.at ?? 0) - (a.last?.at ?? 0))
  const found = all.filter((chat) => nameOf(chat).toLowerCase().includes(sought.trim().toLowerCase()))
  return (
    <nav className="chat-list" aria-label={label}>
      <Myself as={as} index={index} pick={pick} />
      <label className="seek">
        <Icon name="search" size={16} />
        <input
          type="search"
          value={sought}
          aria-label={words.list.search}
          placeholder={words.list.search}
          onChange={(event) => setSought(event.target.value)}
        />
      </label>
      <ul>
        {found.map((chat) => (
          <ChatRow
            key={chat.chat_id}
            chat={chat}
            name={nameOf(chat)}
            open={chat.chat_id === chosen}
            show={show}
          />
        ))}
      </ul>
      {chats.isPending && <p className="hint">{words.list.loading}</p>}
      {chats.isError && (
        <p className="hint">
          {chats.error instanceof Refused ? words.list.nobody : words.list.failed}
          <button type="button" onClick={() => void chats.refetch()}>
            {words.retry}
          </button>
        </p>
      )}
      {chats.data && found.length === 0 && (
        <p className="hint">{sought === '' ? words.list.empty : words.list.none}</p>
      )}
      {chats.data?.p2p === null && sought === '' && <Begin as={as} show={show} />}
    </nav>
  )
}

function Myself({ as, index, pick }: { as: string; index: number; pick: () => void }) {
  const words = useWords()
  const { close } = useDesk()
  const name = useNames()(as) ?? as
  return (
    <header className="myself">
      <button type="button" className="me" title={words.list.change} onClick={pick}>
        <Avatar id={as} name={name} size={32} />
        <b>{name}</b>
        <span>
          <Icon name="swap" size={16} />
          {words.list.change}
        </span>
      </button>
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
    </header>
  )
}

/** The private chat with the bot, as long as neither has said anything. */
function Begin({ as, show }: { as: string; show: (chat: string) => void }) {
  const words = useWords()
  const app = useApp()
  const queries = useQueryClient()
  const begin = async () => {
    try {
      const { chat } = await ask<{ chat: Chat }>('POST', '/chats', { type: 'p2p', user: as })
      await queries.invalidateQueries({ queryKey: keys.chats(as) })
      show(chat.chat_id)
    } catch (error) {
      Toast.error(error instanceof Error ? error.message : words.live.unreachable)
    }
  }
  const name = app?.app_name ?? words.bot
  return (
    <button type="button" className="row begin" onClick={begin}>
      <Avatar id="bot" name={name} size={40} />
      <b className="name">{name}</b>
      <span className="preview">{words.list.begin}</span>
    </button>
  )
}
