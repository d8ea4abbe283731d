import { useState } from 'react'
import { Icon } from '../chat/icons.tsx'
import { useExtension } from '../sandbox/queries.ts'
import type { Step } from '../sandbox/wire.ts'
import { useWords } from '../words/words.ts'
import { show, useShown } from './shown.ts'
import { useSteady } from './steady.ts'
import { Ways } from './ways.tsx'
import './tour.css'

/** The guided tour that the extension offers: the step that comes next, above everything, until it is sent away. */
export function Tour() {
  const words = useWords().director.tour
  const view = useSteady(useExtension())
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
        {step && <Ways key={step.id} step={step} view={view} solid />}
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
