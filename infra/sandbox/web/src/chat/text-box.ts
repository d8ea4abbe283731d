import { type ChangeEvent, type SyntheticEvent, useLayoutEffect, useRef, useState } from 'react'
import { useApp } from '../sandbox/queries.ts'
import type { Chat } from '../sandbox/wire.ts'
import type { Asked, Choice } from './suggestions.ts'
import { type Named, useWriting, write } from './writing.ts'

/** The text that is being written, where the caret is in it, and what puts something at the caret. */
export function useTextBox(as: string, chat: Chat) {
  const { text, refused } = useWriting(as, chat.chat_id)
  const box = useRef<HTMLTextAreaElement>(null)
  const [caret, setCaret] = useState(text.length)
  const goTo = useRef<number>(undefined)
  const bot = useApp()?.app_name ?? ''

  // The caret goes behind what was put in, once the text has it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is a new text that moves the caret
  useLayoutEffect(() => {
    if (goTo.current === undefined) return
    box.current?.setSelectionRange(goTo.current, goTo.current)
    box.current?.focus()
    goTo.current = undefined
  }, [text])

  const replace = (from: number, to: number, by: string, named: Named[] = []) => {
    goTo.current = from + by.length
    setCaret(from + by.length)
    write(as, chat.chat_id, (now) => ({
      text: now.text.slice(0, from) + by + now.text.slice(to),
      named: [...now.named, ...named],
      refused: '',
    }))
  }
  const pick = ({ kind, from }: Asked, { id, label }: Choice) => {
    if (kind === 'mention') return replace(from, caret, `@${label} `, [{ id, name: label }])
    // In a group the bot hears only what names it.
    if (chat.type === 'group') return replace(0, caret, `@${bot} ${label} `, [{ id: 'bot', name: bot }])
    return replace(0, caret, `${label} `)
  }
  return {
    box,
    text,
    caret,
    refused,
    pick,
    insert: (letters: string) => replace(caret, caret, letters),
    typed: ({ target }: ChangeEvent<HTMLTextAreaElement>) => {
      setCaret(target.selectionStart)
      write(as, chat.chat_id, () => ({ text: target.value, refused: '' }))
    },
    looked: ({ currentTarget }: SyntheticEvent<HTMLTextAreaElement>) =>
      setCaret(currentTarget.selectionStart),
  }
}
