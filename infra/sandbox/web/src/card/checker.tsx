import { Tooltip } from '@douyinfe/semi-ui-19'
import { type CSSProperties, useId } from 'react'
import type * as z from 'zod'
import type { checker as CheckerShape } from '../../../platform/cards/shape/inputs.ts'
import { usePress } from './busy.ts'
import type { Drawn, Element } from './drawn.tsx'
import { Elements } from './elements.tsx'
import { useForm } from './form.tsx'
import { useTyped } from './form-draft.ts'
import { contentOf } from './form-words.ts'
import { spacingOf } from './look/size.ts'
import { useSeat } from './seat.ts'
import { Text, type TextObject } from './text.tsx'
import './checker.css'

type CheckerElement = z.infer<typeof CheckerShape>

export function CheckerView({ element: checker, path }: Drawn<CheckerElement>) {
  const { locale } = useSeat()
  const id = useId()
  const { checked, check, off } = useChecking(checker, path)
  const tips = contentOf(
    checker.disabled ? (checker.disabled_tips ?? checker.hover_tips) : checker.hover_tips,
    locale,
  )
  const body = (
    <div className="checker-main">
      <input
        id={id}
        type="checkbox"
        checked={checked}
        disabled={off}
        aria-labelledby={`${id}-words`}
        onChange={(event) => check(event.target.checked)}
      />
      <Words id={id} checker={checker} checked={checked} />
    </div>
  )
  return (
    <div
      className={`checker${off ? ' checker-off' : ''}`}
      style={{ padding: spacingOf(checker.padding) }}
      data-field={path}
    >
      {tips ? <Tooltip content={tips}>{body}</Tooltip> : body}
      <Buttons area={checker.button_area} path={path} />
    </div>
  )
}

/** What is checked; pressing the words does it too, unless the card says that only the box does. */
function Words({ id, checker, checked }: { id: string; checker: CheckerElement; checked: boolean }) {
  const struck = checked && checker.checked_style?.show_strikethrough ? ' checker-struck' : ''
  const words = { id: `${id}-words`, style: checked ? faded(checker) : {} }
  const text = checker.text && <Text text={checker.text as TextObject} />
  if (checker.overall_checkable === false) {
    return (
      <div {...words} className={`checker-words${struck}`}>
        {text}
      </div>
    )
  }
  return (
    <label {...words} htmlFor={id} className={`checker-words${struck}`}>
      {text}
    </label>
  )
}

function useChecking(checker: CheckerElement, path: string) {
  const form = useForm()
  const { working, press } = usePress()
  const { value: checked, set } = useTyped(path, checker.checked ?? false)
  const calls = form === undefined && (checker.behaviors?.length ?? 0) > 0
  const check = (now: boolean) => {
    set(now)
    if (calls) void press({ button: path, checked: now })
  }
  return { checked, check, off: checker.disabled === true || (calls && working !== undefined) }
}

const faded = ({ checked_style }: CheckerElement): CSSProperties => ({ opacity: checked_style?.opacity })

function Buttons({ area, path }: { area: CheckerElement['button_area']; path: string }) {
  if (area === undefined) return null
  return (
    <div className={`checker-buttons checker-${area.pc_display_rule ?? 'always'}`}>
      <Elements elements={area.buttons as Element[]} path={`${path}.button_area.buttons`} />
    </div>
  )
}
