import { useState } from 'react'
import { usePreferences } from '../preferences.ts'
import { ask } from '../sandbox/ask.ts'
import { keys } from '../sandbox/queries.ts'
import type { Action } from '../sandbox/wire.ts'
import { DeedButton } from './deed-button.tsx'
import { useDoing } from './doing.ts'
import { Sure } from './sure.tsx'

/** One action of the extension: asked for once more where it wants that, and with how far it is while it runs. */
export function ActionButton({ action, small = false }: { action: Action; small?: boolean }) {
  const { id, label, primary = false, confirm, disabled = false, running = false, progress } = action
  const { language } = usePreferences()
  const [asking, setAsking] = useState(false)
  const begin = useDoing(async (_: undefined, queries) => {
    await ask('POST', `/extension/actions/${id}?language=${language}`, {})
    await queries.invalidateQueries({ queryKey: keys.extension })
  })
  const start = () => {
    setAsking(false)
    begin.mutate(undefined)
  }
  return (
    <span className="action">
      <DeedButton
        {...{ small, primary, disabled }}
        busy={running || begin.isPending}
        press={() => (confirm === undefined ? start() : setAsking(true))}
      >
        {label}
      </DeedButton>
      {running && progress !== undefined && <progress aria-label={label} value={progress} max={1} />}
      {asking && confirm !== undefined && (
        <Sure title={label} text={confirm} confirm={label} yes={start} no={() => setAsking(false)} />
      )}
    </span>
  )
}
