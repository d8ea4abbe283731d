import { useSyncExternalStore } from 'react'
import { useSeat } from './seat.ts'

/**
 * What a person did to one version of a card that the bot does not know yet, by the path of the component. It outlives
 * the drawing of the card: a long conversation takes cards off the page and puts them back.
 */
export class Draft {
  /** The component whose press the bot is answering. */
  busy: string | undefined
  readonly typed = new Map<string, unknown>()
  readonly problems = new Map<string, string>()
  readonly #listeners = new Set<() => void>()

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Tells every component to look again, after the change was made. */
  changed() {
    for (const listener of this.#listeners) listener()
  }

  type(path: string, value: unknown) {
    this.typed.set(path, value)
    this.problems.delete(path)
    this.changed()
  }
}

const drafts = new Map<string, { version: number; draft: Draft }>()

/** The draft of this card as it stands now; that of an earlier version is forgotten. */
function draftOf({ id, version }: { id: string; version: number }): Draft {
  const known = drafts.get(id)
  if (known?.version === version) return known.draft
  const draft = new Draft()
  drafts.set(id, { version, draft })
  return draft
}

export const useDraft = (): Draft => draftOf(useSeat().card)

/** What stands in an input: what was typed or chosen, or else what the card says. */
export function useTyped<T>(
  path: string,
  initial: T,
): { value: T; set: (value: T) => void; problem?: string } {
  const draft = useDraft()
  const typed = useSyncExternalStore(draft.subscribe, () => draft.typed.get(path))
  const problem = useSyncExternalStore(draft.subscribe, () => draft.problems.get(path))
  return {
    value: typed === undefined ? initial : (typed as T),
    set: (value) => draft.type(path, value),
    ...(problem !== undefined && { problem }),
  }
}
