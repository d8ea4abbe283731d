import { useEffect, useRef } from 'react'
import { useWords } from '../words/words.ts'
import { Avatar } from './avatar.tsx'
import type { Choice } from './suggestions.ts'

type Shown = {
  id: string
  kind: 'command' | 'mention'
  choices: readonly Choice[]
  index: number
  choose: (choice: Choice) => void
}

/** What can be put into the text; the keys stay in the text, which says which one is lit. */
export function SuggestPanel({ id, kind, choices, index, choose }: Shown) {
  const { composer } = useWords()
  const lit = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: whichever is lit now comes into sight
  useEffect(() => {
    lit.current?.scrollIntoView({ block: 'nearest' })
  }, [index])
  const label = kind === 'command' ? composer.commands : composer.mentions
  return (
    <div className="suggestions" role="listbox" id={id} aria-label={label} tabIndex={-1}>
      {choices.map((choice, at) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the text that this belongs to
        <div
          key={choice.id}
          ref={at === index ? lit : undefined}
          role="option"
          id={`${id}-${at}`}
          aria-selected={at === index}
          tabIndex={-1}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => choose(choice)}
        >
          {kind === 'mention' && <Avatar id={choice.id} name={choice.label} size={24} />}
          <b>{choice.label}</b>
          <span>{choice.hint}</span>
        </div>
      ))}
    </div>
  )
}
