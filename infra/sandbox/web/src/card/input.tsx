import type { KeyboardEvent } from 'react'
import type * as z from 'zod'
import type { input as InputShape } from '../../../platform/cards/shape/inputs.ts'
import { useWords } from '../words/words.ts'
import { usePress } from './busy.ts'
import type { Drawn } from './drawn.tsx'
import { useForm } from './form.tsx'
import { useTyped } from './form-draft.ts'
import { FieldFrame } from './form-field.tsx'
import { contentOf } from './form-words.ts'
import { useSeat } from './seat.ts'
import './input.css'

type InputElement = z.infer<typeof InputShape>

const longest = 1000
/** The counter appears when this share of the length is used. */
const nearTheEnd = 0.8

export function InputView({ element: input, path }: Drawn<InputElement>) {
  const { locale } = useSeat()
  const { value, set, problem } = useTyped(path, input.default_value ?? '')
  const alone = useForm() === undefined
  const { working, press } = usePress()
  const tall = input.input_type === 'multiline_text'
  const changed = alone && value !== (input.default_value ?? '') && value !== ''
  const send = () => {
    if (changed) void press({ button: path, input_value: value })
  }
  const control = {
    className: 'input-box',
    value,
    onChange: (event: { target: { value: string } }) => set(event.target.value),
    placeholder: contentOf(input.placeholder, locale),
    disabled: input.disabled || working === path,
    maxLength: input.max_length ?? longest,
    autoComplete: 'off',
    ...(alone && { onKeyDown: (event: KeyboardEvent) => sendsNow(event, tall) && send() }),
  }
  return (
    <FieldFrame field={input} path={path} problem={problem}>
      {(named) => (
        <div className={`input${tall ? ' input-tall' : ''}${changed ? ' input-changed' : ''}`}>
          {tall ? (
            <textarea {...named} {...control} rows={input.rows ?? 5} style={growing(input)} />
          ) : (
            <input {...named} {...control} type={input.input_type === 'password' ? 'password' : 'text'} />
          )}
          <Left used={value.length} most={control.maxLength} />
          {changed && <Send working={working === path} send={send} />}
        </div>
      )}
    </FieldFrame>
  )
}

const sendsNow = (event: KeyboardEvent, tall: boolean) =>
  event.key === 'Enter' && !event.nativeEvent.isComposing && (!tall || event.ctrlKey || event.metaKey)

function Left({ used, most }: { used: number; most: number }) {
  const words = useWords().inputs
  if (used < most * nearTheEnd) return null
  return (
    <span className="input-left" aria-live="polite">
      {words.left(used, most)}
    </span>
  )
}

function Send({ working, send }: { working: boolean; send: () => void }) {
  const words = useWords().inputs
  return (
    <button type="button" className="input-send" aria-label={words.send} disabled={working} onClick={send}>
      {working ? <span className="spinner" /> : '↵'}
    </button>
  )
}

const line = 22
const around = 18

/** A box that grows with its text has a least and a greatest height. */
function growing({ rows = 5, auto_resize, max_rows }: InputElement) {
  if (!auto_resize) return {}
  const height = (count: number) => `${count * line + around}px`
  return {
    fieldSizing: 'content' as const,
    minHeight: height(rows),
    ...(max_rows !== undefined && { maxHeight: height(max_rows) }),
  }
}
