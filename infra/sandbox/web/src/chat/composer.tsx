import { type ChangeEvent, type ClipboardEvent, type KeyboardEvent, useId, useRef } from 'react'
import type { Chat } from '../sandbox/wire.ts'
import { useWords } from '../words/words.ts'
import { BotMenu } from './bot-menu.tsx'
import { Icon } from './icons.tsx'
import { SuggestPanel } from './suggest-panel.tsx'
import { useSuggesting } from './suggesting.ts'
import { useTextBox } from './text-box.ts'
import './composer.css'

type Given = {
  as: string
  chat: Chat
  name: string
  sendText: () => void
  sendFiles: (files: File[]) => void
}

/** Where one writes: text, mentions, commands, files. Enter sends. */
export function Composer({ as, chat, name, sendText, sendFiles }: Given) {
  const { composer } = useWords()
  const panel = useId()
  const { box, text, caret, refused, typed, looked, pick, insert } = useTextBox(as, chat)
  const { kind, choices, index, key, choose } = useSuggesting({ as, chat, text, caret, pick })
  const open = kind !== undefined && choices.length > 0

  const press = (event: KeyboardEvent) => {
    // While letters are put together, the keys belong to the input method.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    const taken = key(event)
    const sends = !taken && event.key === 'Enter' && !event.shiftKey
    if (taken || sends) event.preventDefault()
    if (sends) sendText()
  }
  const paste = (event: ClipboardEvent) => {
    const files = [...event.clipboardData.files]
    // A table that was copied brings a picture of itself; its text is what is meant.
    if (files.length === 0 || event.clipboardData.types.includes('text/plain')) return
    event.preventDefault()
    sendFiles(files)
  }
  return (
    <div className="composer">
      {open && <SuggestPanel id={panel} kind={kind} choices={choices} index={index} choose={choose} />}
      {refused !== '' && (
        <p role="alert" className="refused">
          {refused}
        </p>
      )}
      {chat.type === 'p2p' && <BotMenu as={as} />}
      <textarea
        ref={box}
        rows={1}
        value={text}
        title={composer.keys}
        aria-label={composer.label}
        aria-autocomplete="list"
        aria-controls={open ? panel : undefined}
        aria-activedescendant={open ? `${panel}-${index}` : undefined}
        placeholder={composer.to(name)}
        onChange={typed}
        onSelect={looked}
        onKeyDown={press}
        onPaste={paste}
      />
      <span className="tools">
        <Tool icon="at" label={composer.mention} press={() => insert('@')} />
        <FileTool send={sendFiles} />
        <Tool icon="send" label={composer.send} press={sendText} disabled={text.trim() === ''} />
      </span>
    </div>
  )
}

type ToolGiven = { icon: 'at' | 'clip' | 'send'; label: string; press: () => void; disabled?: boolean }

const Tool = ({ icon, label, press, disabled = false }: ToolGiven) => (
  <button
    type="button"
    className="plain-button"
    aria-label={label}
    title={label}
    disabled={disabled}
    onClick={press}
  >
    <Icon name={icon} />
  </button>
)

function FileTool({ send }: { send: (files: File[]) => void }) {
  const { composer } = useWords()
  const input = useRef<HTMLInputElement>(null)
  const chosen = ({ target }: ChangeEvent<HTMLInputElement>) => {
    send([...(target.files ?? [])])
    // The same file can be chosen again.
    target.value = ''
  }
  return (
    <>
      <input ref={input} type="file" multiple hidden aria-label={composer.file} onChange={chosen} />
      <Tool icon="clip" label={composer.file} press={() => input.current?.click()} />
    </>
  )
}
