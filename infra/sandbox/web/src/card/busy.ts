import { useSyncExternalStore } from 'react'
import type { Press } from '../sandbox/wire.ts'
import { useDraft } from './form-draft.ts'
import { useSeat } from './seat.ts'

/**
 * Presses of this card, one at a time: `working` is the path of the component whose press the bot is answering, and
 * until then nothing else of the card can be pressed.
 */
export function usePress(): { working: string | undefined; press: (press: Press) => Promise<void> } {
  const seat = useSeat()
  const draft = useDraft()
  const working = useSyncExternalStore(draft.subscribe, () => draft.busy)
  const press = async (given: Press) => {
    if (draft.busy !== undefined) return
    draft.busy = given.button
    draft.changed()
    await seat.press(given)
    draft.busy = undefined
    draft.changed()
  }
  return { working, press }
}
