import { Button } from '@douyinfe/semi-ui-19'
import { useState } from 'react'
import { useDesk } from '../chat/desk-places.ts'
import { Icon } from '../chat/icons.tsx'
import { ask } from '../sandbox/ask.ts'
import { useExtension } from '../sandbox/queries.ts'
import type { Chat, Step, View } from '../sandbox/wire.ts'
import { useWords } from '../words/words.ts'
import { ActionButton } from './action-button.tsx'
import { useDoing } from './doing.ts'
import { makeRoom, show, useShown } from './shown.ts'
import './tour.css'

/** The guided tour that the extension offers: the step that comes next, above everything, until it is sent away. */
export function Tour() {
  const words = useWords().director.tour
  const view = useExtension()
  const { tour: isShown } = useShown()
  const [open, setOpen] = useState(false)
  if (view === null || view.tour.length === 0 || !isShown) return null
  const at = view.tour.findIndex(({ done, missed }) => !done && !missed)
  const step = view.tour[at]
  return (
    <section className="tour" aria-label={words.label}>
      <div className="now">
        <span className="count">{words.count(step ? at + 1 : view.tour.length, view.tour.length)}</span>
        <p aria-live="polite">{step ? <StepWords step={step} /> : words.finished}</p>
        {step && <Ways step={step} view={view} solid />}
        <span className="ends">
          <button type="button" className="plain-button" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? words.fold : words.all}
          </button>
          <button
            type="button"
            className="plain-button"
            aria-label={words.dismiss}
            title={words.dismiss}
            onClick={() => show({ tour: false })}
          >
            <Icon name="close" size={16} />
          </button>
        </span>
      </div>
      {open && (
        <ol>
          {view.tour.map((one) => (
            <li
              key={one.id}
              data-done={one.done || undefined}
              aria-current={one === step ? 'step' : undefined}
            >
              <p>
                {one.done && <span className="unseen">{words.done}</span>}
                <StepWords step={one} />
              </p>
              {one !== step && <Ways step={one} view={view} />}
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

const StepWords = ({ step }: { step: Step }) => (
  <>
    <b>{step.title}</b> {step.text}
  </>
)

/** To the person and chat of a step, and what it needs to be done. */
function Ways({ step, view, solid = false }: { step: Step; view: View; solid?: boolean }) {
  const words = useWords().director.tour
  const { go, active } = useDesk()
  const lead = useDoing(async (as: string) => {
    const chat = step.chat ?? (await ask<{ p2p: Chat | null }>('GET', `/chats?user=${as}`)).p2p?.chat_id
    go(active, { as, chat: chat ?? '' })
    makeRoom()
  })
  const { as } = step
  const action = view.sections.flatMap(({ actions }) => actions).find(({ id }) => id === step.action)
  return (
    <span className="ways">
      {as !== undefined && (
        <Button
          theme={solid ? 'solid' : 'light'}
          size="small"
          aria-label={words.goTo(step.title)}
          loading={lead.isPending}
          onClick={() => lead.mutate(as)}
        >
          {words.go}
        </Button>
      )}
      {action && !step.done && <ActionButton small action={{ ...action, primary: false }} />}
    </span>
  )
}
