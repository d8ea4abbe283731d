import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { timeOf } from '../chat/times.ts'
import { usePreferences } from '../preferences.ts'
import { ask } from '../sandbox/ask.ts'
import type { Delivered, RefusedCall } from '../sandbox/wire.ts'
import { useWords } from '../words/words.ts'
import { type Attempt, attemptsOf } from './attempts.ts'
import { FoldedPart } from './part.tsx'

const last = 40

/** The last things that passed between Feishu and the bot, what went wrong first. */
export function DeliveriesPart() {
  const words = useWords().director.deliveries
  return (
    <FoldedPart title={words.label}>
      <Attempts />
    </FoldedPart>
  )
}

function Attempts() {
  const words = useWords().director.deliveries
  const delivered = useQuery({
    queryKey: ['deliveries', 'delivered'],
    queryFn: () =>
      ask<{ deliveries: Delivered[]; undelivered: unknown[] }>('GET', `/deliveries?last=${last}`),
  }).data
  const refused = useQuery({
    queryKey: ['deliveries', 'refused'],
    queryFn: () => ask<{ refusals: RefusedCall[] }>('GET', `/refusals?last=${last}`),
  }).data
  const all = attemptsOf(delivered?.deliveries ?? [], refused?.refusals ?? [], words)
  const waiting = delivered?.undelivered.length ?? 0
  return (
    <>
      <p className="hint">{all.length === 0 ? words.none : words.hint}</p>
      {waiting > 0 && <p className="hint">{words.waiting(waiting)}</p>}
      <ul className="attempts" aria-label={words.label}>
        {all.map((one) => (
          <li key={one.id}>
            <OneAttempt attempt={one} />
          </li>
        ))}
      </ul>
    </>
  )
}

function OneAttempt({ attempt }: { attempt: Attempt }) {
  const words = useWords().director.deliveries
  const { language } = usePreferences()
  const [open, setOpen] = useState(false)
  const { at, what, how, wrong, path, request, response } = attempt
  return (
    <details data-wrong={wrong || undefined} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <time>{timeOf(at, language)}</time> <b>{what}</b> <span className="how">{how}</span>
      </summary>
      {open && (
        <>
          {path !== '' && (
            <p>
              {words.path} <code>{path}</code>
            </p>
          )}
          <Body title={words.request} text={request} />
          <Body title={words.response} text={response} />
        </>
      )}
    </details>
  )
}

function Body({ title, text }: { title: string; text: string | undefined }) {
  const words = useWords().director.deliveries
  return (
    <>
      <h4>{title}</h4>
      {text === undefined ? (
        <p className="hint">{words.forgotten}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
        <pre tabIndex={0}>{indented(text) || words.empty}</pre>
      )}
    </>
  )
}

/** JSON with its structure; what was cut or is no JSON stays as it is. */
function indented(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}
