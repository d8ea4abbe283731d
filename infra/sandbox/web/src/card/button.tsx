import { Tooltip } from '@douyinfe/semi-ui-19'
import { type ReactNode, useId, useState } from 'react'
import type * as z from 'zod'
import type { button as ButtonShape } from '../../../platform/cards/shape/buttons.ts'
import { useWords } from '../words/words.ts'
import { usePress } from './busy.ts'
import { type Asked, ConfirmDialog } from './confirm.tsx'
import type { Drawn } from './drawn.tsx'
import { useForm } from './form.tsx'
import { widthOf } from './form-field.tsx'
import { contentOf } from './form-words.ts'
import { Icon, type IconObject } from './icon/icon.tsx'
import { useSeat } from './seat.ts'
import './button.css'

type ButtonElement = z.infer<typeof ButtonShape>

export function ButtonView({ element: button, path }: Drawn<ButtonElement>) {
  const { locale } = useSeat()
  const words = useWords().inputs
  const { does, asked, go } = useAction(button, path)
  const { working } = usePress()
  const [asking, setAsking] = useState(false)
  const id = useId()
  const tips = contentOf(
    button.disabled ? (button.disabled_tips ?? button.hover_tips) : button.hover_tips,
    locale,
  )
  const said = contentOf(button.text, locale)
  const busy = working === path
  const off = button.disabled || (working !== undefined && !busy)
  const press = () => {
    if (off || busy || !does.ready()) return
    if (asked) setAsking(true)
    else go()
  }
  const answer = (yes: boolean) => {
    setAsking(false)
    if (yes) go()
  }
  return (
    <>
      <Tipped tips={tips} id={id}>
        <button
          type="button"
          className={`button button-${button.size ?? 'medium'} button-${button.type ?? 'default'}`}
          style={widthOf(button.width)}
          // A button with a reason for being off can still be reached, so that the reason is read.
          disabled={off && !tips}
          aria-disabled={off || busy}
          aria-busy={busy}
          {...(tips && { 'aria-describedby': id })}
          onClick={press}
        >
          {busy && <span className="spinner" role="status" aria-label={words.working} />}
          {button.icon && !busy && <Icon icon={button.icon as IconObject} />}
          {said && <span className="button-words">{said}</span>}
        </button>
      </Tipped>
      {asking && asked && <ConfirmDialog asked={asked} answer={answer} />}
    </>
  )
}

/** What pressing does: sends or resets the form around, or calls by itself. */
function useAction(button: ButtonElement, path: string) {
  const form = useForm()
  const { press } = usePress()
  const kind = form && (button.form_action_type ?? button.action_type?.replace('form_', ''))
  const asked: Asked | undefined = button.confirm ?? (kind === 'submit' ? form?.confirm : undefined)
  const go = () => {
    if (kind === 'reset') form?.reset()
    else if (kind === 'submit') void form?.submit(path)
    else void press({ button: path })
  }
  return { asked, go, does: { ready: () => kind !== 'submit' || form?.complete() === true } }
}

function Tipped({ tips, id, children }: { tips: string; id: string; children: ReactNode }) {
  if (!tips) return children
  return (
    <>
      <Tooltip content={tips}>{children}</Tooltip>
      <span id={id} className="only-heard">
        {tips}
      </span>
    </>
  )
}
