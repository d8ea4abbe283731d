import { type KeyboardEvent, useState } from 'react'
import { useApp, useCommands, useNames } from '../sandbox/queries.ts'
import type { Chat } from '../sandbox/wire.ts'
import { useWords } from '../words/words.ts'
import { type Asked, askedBy, type Choice, commandChoices, mentionChoices } from './suggestions.ts'

type Given = {
  as: string
  chat: Chat
  text: string
  caret: number
  pick: (asked: Asked, choice: Choice) => void
}

/** The panel over the composer: what it offers, which one is lit, and what the keys do to it. */
export function useSuggesting({ as, chat, text, caret, pick }: Given) {
  const words = useWords()
  const app = useApp()
  const nameOf = useNames()
  const commands = useCommands()
  const [closed, setClosed] = useState('')
  const [lit, setLit] = useState({ for: '', index: 0, moved: false })

  const asked = askedBy(text, caret)
  const place = asked ? `${asked.kind} ${asked.from}` : ''
  const known = { as, bot: app?.app_name ?? words.bot, everybody: words.message.everybody, nameOf }
  const choices = !asked || closed === place ? [] : choicesFor(asked)
  const full = `${place} ${asked?.sought}`
  const index = lit.for === full ? Math.min(lit.index, choices.length - 1) : 0

  function choicesFor({ kind, sought }: Asked): Choice[] {
    if (kind === 'mention') return mentionChoices(chat, known, sought)
    return chat.bot ? commandChoices(commands, sought) : []
  }

  /** Answers whether the key was meant for the panel. */
  function key(event: KeyboardEvent): boolean {
    const choice = choices[index]
    if (choice === undefined || asked === undefined) {
      if (place === '' && closed !== '') setClosed('')
      return false
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) {
      setLit({ for: full, index: (index + step + choices.length) % choices.length, moved: true })
      return true
    }
    if (event.key === 'Escape') {
      setClosed(place)
      return true
    }
    // A command that was typed whole is sent like any other text.
    const whole = asked.kind === 'command' && choice.id === asked.sought && !(lit.for === full && lit.moved)
    if ((event.key === 'Enter' && !event.shiftKey && !whole) || event.key === 'Tab') {
      pick(asked, choice)
      return true
    }
    return false
  }

  const choose = (choice: Choice) => asked && pick(asked, choice)
  return { kind: asked?.kind, choices, index, key, choose }
}
