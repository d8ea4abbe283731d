import { useLayoutEffect, useMemo } from 'react'
import { VList } from 'virtua'
import type { Chat, Message } from '../sandbox/wire.ts'
import { useWords } from '../words/words.ts'
import { useMessages, useNewSince, useReading } from './conversation-messages.ts'
import { MessageRow, SendingRow } from './message-row.tsx'
import { plainOf } from './plain.ts'
import { rowsOf } from './rows.ts'
import { useGrewAtStart, useStayAtEnd } from './scroll.ts'
import { stillSending, useWriting } from './writing.ts'

const soon = 600

/** What was said in a chat: only what is in sight is in the page, however long it is. */
export function MessageList({ as, chat }: { as: string; chat: Chat }) {
  const words = useWords()
  const { page, earlier, readBefore } = useMessages(chat.chat_id)
  const messages = page.data?.messages ?? nothing
  const { sending } = useWriting(as, chat.chat_id)
  const rows = useMemo(
    () => [...rowsOf(messages), ...stillSending(sending, messages, as)],
    [messages, sending, as],
  )
  const ids = useMemo(() => rows.map((row) => ('message' in row ? row.message.message_id : row.key)), [rows])
  const { list, box, atEnd, toEnd, settle, moved } = useStayAtEnd(ids, messages.at(-1)?.updated)
  const newest = sending.at(-1)?.key
  // Whoever says something looks at what they said, wherever they were reading.
  useLayoutEffect(() => {
    if (newest !== undefined) toEnd()
  }, [newest, toEnd])
  const shift = useGrewAtStart(ids)
  const fresh = useNewSince(messages, as, atEnd)
  useReading(as, chat, messages.at(-1)?.message_id, atEnd)
  const scrolled = (offset: number) => {
    moved(offset)
    if (offset < soon) void readBefore()
  }
  return (
    <div className="said" ref={box}>
      <Hint page={page} earlier={earlier} readBefore={readBefore} empty={rows.length === 0} />
      <VList
        ref={list}
        className="messages"
        role="feed"
        aria-label={words.chat.messages}
        aria-busy={page.isPending || earlier === 'reading'}
        tabIndex={0}
        data={rows}
        shift={shift}
        onScroll={scrolled}
        onResize={settle}
      >
        {(row) =>
          'message' in row ? (
            <MessageRow key={row.message.message_id} as={as} chat={chat} {...row} />
          ) : (
            <SendingRow key={row.key} as={as} sending={row} />
          )
        }
      </VList>
      {!atEnd && (
        <button type="button" className="to-end" onClick={toEnd}>
          {fresh > 0 ? words.chat.fresh(fresh) : words.chat.latest}
        </button>
      )}
      <Newest message={messages.at(-1)} as={as} />
    </div>
  )
}

const nothing: Message[] = []

type Reading = Pick<ReturnType<typeof useMessages>, 'page' | 'earlier' | 'readBefore'>

/** What is being read, what could not be read, or that there is nothing yet. */
function Hint({ page, earlier, readBefore, empty }: Reading & { empty: boolean }) {
  const { chat, retry } = useWords()
  if (page.isError || earlier === 'failed') {
    return (
      <p className="hint" role="alert">
        {page.isError ? chat.failed : chat.earlierFailed}
        <button type="button" onClick={() => void (page.isError ? page.refetch() : readBefore())}>
          {retry}
        </button>
      </p>
    )
  }
  const reading = page.isPending ? chat.loading : earlier === 'reading' ? chat.earlier : ''
  const say = reading === '' && empty ? chat.empty : reading
  return say === '' ? null : <p className="hint">{say}</p>
}

/** Reads out that somebody has said something. */
function Newest({ message, as }: { message: Message | undefined; as: string }) {
  const words = useWords()
  const say = message ? plainOf(message) || words.message.card : ''
  return (
    <p className="unseen" aria-live="polite">
      {message && message.sender.id !== as && `${message.sender.name}: ${say}`}
    </p>
  )
}
