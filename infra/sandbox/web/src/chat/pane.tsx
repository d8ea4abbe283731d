import { useCallback } from 'react'
import { useApp, useChats, useNames } from '../sandbox/queries.ts'
import { useWords } from '../words/words.ts'
import type { Place } from './address.ts'
import { ChatList } from './chat-list.tsx'
import { Conversation } from './conversation.tsx'
import { useDesk } from './desk-places.ts'

/** One person at their chats: the list, and the chat that is open. */
export function Pane({ index, place, pick }: { index: number; place: Place; pick: () => void }) {
  const { as, chat } = place
  const { panes, active, go, setActive } = useDesk()
  const words = useWords()
  const app = useApp()
  const chats = useChats(as)
  const nameOf = useNames()
  const open = chats.data?.chats.find((one) => one.chat_id === chat)
  const name = open?.type === 'p2p' ? (app?.app_name ?? '') : (open?.name ?? '')
  const show = useCallback((id: string) => go(index, { as, chat: id }), [go, index, as])
  return (
    <section
      className="pane"
      aria-label={nameOf(as) ?? as}
      data-active={index === active || undefined}
      onFocus={() => index !== active && setActive(index)}
    >
      <div className="columns" data-open={chat === '' ? 'list' : 'chat'}>
        <ChatList
          as={as}
          chosen={chat}
          show={show}
          label={panes.length > 1 ? words.list.labelOf(nameOf(as) ?? as) : words.list.label}
          index={index}
          pick={pick}
        />
        {open ? (
          <Conversation
            key={`${as} ${chat}`}
            as={as}
            index={index}
            chat={open}
            name={name}
            back={() => show('')}
          />
        ) : (
          <main className="conversation nothing" aria-label={words.chat.choose}>
            <p>{chat === '' || chats.isPending ? words.chat.choose : words.chat.gone}</p>
            {chat !== '' && (
              <button type="button" className="plain-button only-narrow" onClick={() => show('')}>
                {words.chat.back}
              </button>
            )}
          </main>
        )}
      </div>
    </section>
  )
}
