import { memo } from 'react'
import { usePreferences } from '../preferences.ts'
import { useNames, useNow } from '../sandbox/queries.ts'
import type { Chat, Message } from '../sandbox/wire.ts'
import { useWords } from '../words/words.ts'
import { Avatar } from './avatar.tsx'
import { Content } from './content.tsx'
import { plainOf } from './plain.ts'
import type { Row } from './rows.ts'
import { dayLine, timeOf, wholeTime } from './times.ts'
import type { Sending } from './writing.ts'
import './message.css'

type Shown = Row & { as: string; chat: Chat }

/** One message: when, by whom, and what. */
export const MessageRow = memo(function MessageRow(shown: Shown) {
  const { as, chat, message, parent, newDay, newTime, goesOn } = shown
  const words = useWords()
  const { language } = usePreferences()
  const { sender, created, updates, updated } = message
  const own = sender.id === as
  const time = timeOf(created, language)
  return (
    <div className="message-row" data-message={message.message_id}>
      {newDay && <DayLine at={created} />}
      {newTime && <p className="time-line">{time}</p>}
      {message.recalled ? (
        <p className="time-line">{words.message.recalled(sender.name)}</p>
      ) : (
        <article
          className="message"
          data-own={own || undefined}
          data-goes-on={goesOn || undefined}
          aria-label={words.message.said(sender.name, time)}
        >
          {!goesOn && <Face id={sender.type === 'app' ? 'bot' : sender.id} name={sender.name} />}
          <div className="what">
            {!goesOn && !own && <b className="sender">{sender.name}</b>}
            {message.parent_id !== '' && <Quote parent={parent} />}
            <Content as={as} chat={chat} message={message} />
            {updates > 0 && (
              <small className="updated" title={wholeTime(updated, language)}>
                {words.message.updated(updates)}
              </small>
            )}
          </div>
        </article>
      )}
    </div>
  )
})

function Quote({ parent }: { parent: Message | undefined }) {
  const words = useWords()
  if (parent === undefined) return <p className="quote">{words.message.replyToSomething}</p>
  const said = parent.recalled ? words.message.recalled(parent.sender.name) : plainOf(parent)
  return (
    <p className="quote">
      {words.message.replyTo(parent.sender.name)}
      {said}
    </p>
  )
}

const Face = ({ id, name }: { id: string; name: string }) => <Avatar id={id} name={name} size={36} />

function DayLine({ at }: { at: number }) {
  const { language } = usePreferences()
  const now = useNow()
  return <p className="day-line">{dayLine(at, now, language)}</p>
}

/** What is on its way, as it will stand. */
export function SendingRow({ as, sending }: { as: string; sending: Sending }) {
  const words = useWords()
  const name = useNames()(as) ?? ''
  return (
    <div className="message-row">
      <article className="message" data-own aria-label={words.message.sending} aria-busy="true">
        <Face id={as} name={name} />
        <div className="what">
          <p className="bubble">{sending.text}</p>
          <small className="updated">{words.message.sending}</small>
        </div>
      </article>
    </div>
  )
}
