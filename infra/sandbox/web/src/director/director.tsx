import { useEffect } from 'react'
import { Icon } from '../chat/icons.tsx'
import { useExtension } from '../sandbox/queries.ts'
import { useWords } from '../words/words.ts'
import { ClockPart } from './clock-part.tsx'
import { DeliveriesPart } from './deliveries-part.tsx'
import { ExtensionParts } from './extension-part.tsx'
import { FaultsPart } from './faults-part.tsx'
import { ResetPart } from './reset-part.tsx'
import { show, useShown } from './shown.ts'
import './director.css'

/** The panel of whoever directs the world: its time, its faults, and what the world itself adds. */
export function Director() {
  const { panel } = useShown()
  return panel ? <Panel /> : null
}

function Panel() {
  const words = useWords().director
  const { tour } = useShown()
  const view = useExtension()
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const inDialog = event.target instanceof Element && event.target.closest('[role="dialog"]') !== null
      if (event.key === 'Escape' && lies() && !inDialog) show({ panel: false })
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  return (
    <aside className="director" aria-label={words.label}>
      <header>
        <h2>
          {words.label} {view && <small>{view.title}</small>}
        </h2>
        <button
          type="button"
          className="plain-button"
          aria-label={words.close}
          title={words.close}
          onClick={() => show({ panel: false })}
        >
          <Icon name="close" />
        </button>
      </header>
      <div className="parts">
        <ClockPart />
        <ExtensionParts />
        <FaultsPart />
        <DeliveriesPart />
        <ResetPart />
        {view !== null && view.tour.length > 0 && !tour && (
          <button type="button" className="plain-button" onClick={() => show({ tour: true })}>
            {words.tour.again}
          </button>
        )}
      </div>
    </aside>
  )
}

/** Whether the panel lies over the chats. */
const lies = (): boolean => matchMedia('(max-width: 1099px)').matches

/** Opens and closes the panel, from the rail. */
export function DirectorButton() {
  const words = useWords().director
  const { panel } = useShown()
  const label = panel ? words.close : words.open
  return (
    <button
      type="button"
      className="plain-button"
      aria-pressed={panel}
      aria-label={label}
      title={label}
      onClick={() => show({ panel: !panel })}
    >
      <Icon name="director" />
    </button>
  )
}
