import { type MouseEvent, useRef } from 'react'
import { useWords } from '../words/words.ts'
import { usePress } from './busy.ts'
import type { Drawn } from './drawn.tsx'
import { useForm } from './form.tsx'
import { useTyped } from './form-draft.ts'
import { FieldFrame } from './form-field.tsx'
import { initialOf, onWire } from './form-inputs.ts'
import { contentOf, type Said } from './form-words.ts'
import { useSeat } from './seat.ts'
import './picker.css'

type PickerElement = {
  tag: string
  disabled?: boolean
  placeholder?: Said
  width?: string
  required?: boolean
}

const kinds: Record<string, 'date' | 'time' | 'datetime-local'> = {
  date_picker: 'date',
  picker_time: 'time',
  picker_datetime: 'datetime-local',
}

/**
 * Date, time or both: the browser's own input, which every phone and every keyboard knows, under the words that Feishu
 * shows. It holds 2023-04-01, 09:30, 2023-04-01 09:30.
 */
export function PickerView({ element: picker, path }: Drawn<PickerElement>) {
  const words = useWords().inputs
  const { locale } = useSeat()
  const form = useForm()
  const { working, press } = usePress()
  const { value, set, problem } = useTyped(path, initialOf(picker) as string)
  const kind = kinds[picker.tag] ?? 'date'
  const fallback = { date: words.date, time: words.time, 'datetime-local': words.datetime }[kind]
  const told = useRef(value)
  const typing = useRef(false)
  const tell = (now: string) => {
    if (form || now === '' || now === told.current) return
    told.current = now
    void press({ button: path, option: String(onWire(picker.tag, now)) })
  }
  const take = (given: string) => {
    const now = given.replace('T', ' ')
    set(now)
    // A day that was pointed at is chosen; what is typed, or has a time too, is chosen when one goes on.
    if (kind === 'date' && !typing.current) tell(now)
  }
  const off = picker.disabled === true || (form === undefined && working !== undefined)
  return (
    <FieldFrame field={picker} path={path} problem={problem} fallback={fallback}>
      {(named) => (
        <div className={`picker${value === '' ? ' picker-empty' : ''}`}>
          <span className="picker-words" aria-hidden="true">
            {value || contentOf(picker.placeholder, locale) || fallback}
          </span>
          <input
            {...named}
            type={kind}
            className="picker-box"
            value={value.replace(' ', 'T')}
            disabled={off}
            onChange={(event) => take(event.target.value)}
            onClick={(event) => {
              typing.current = false
              unfold(event)
            }}
            onKeyDown={(event) => {
              typing.current = true
              if (event.key === 'Enter') tell(value)
            }}
            onBlur={() => tell(value)}
          />
          <span className="picker-sign" aria-hidden="true">
            {kind === 'time' ? <Clock /> : <Calendar />}
          </span>
        </div>
      )}
    </FieldFrame>
  )
}

function unfold({ currentTarget }: MouseEvent<HTMLInputElement>) {
  try {
    currentTarget.showPicker()
  } catch {
    // Where a browser does not open it by itself, its own sign does.
  }
}

const stroke = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.5, width: 16, height: 16 }
const Calendar = () => (
  <svg viewBox="0 0 16 16" {...stroke} aria-hidden="true">
    <path d="M2 3.5h12v10.5H2zM2 7h12M5 1.5v3M11 1.5v3" />
  </svg>
)
const Clock = () => (
  <svg viewBox="0 0 16 16" {...stroke} aria-hidden="true">
    <path d="M8 1.5a6.5 6.5 0 1 0 .01 0zM8 4.5V8l2.5 1.5" />
  </svg>
)
