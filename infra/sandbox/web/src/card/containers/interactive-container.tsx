import { type CSSProperties, type KeyboardEvent, type MouseEvent, useId, useState } from 'react'
import { usePress } from '../busy.ts'
import { type Asked, ConfirmDialog } from '../confirm.tsx'
import type { Drawn } from '../drawn.tsx'
import { Elements } from '../elements.tsx'
import { type Layout, layoutStyle } from '../look/layout.ts'
import { useLook } from '../look/look.ts'
import { lengthOf } from '../look/size.ts'
import { hitsInner } from '../opening.ts'
import { useSeat } from '../seat.ts'
import { contentOf, type TextObject } from '../text.tsx'
import './interactive-container.css'

type Container = Layout & {
  elements?: unknown[]
  behaviors?: unknown[]
  width?: string
  height?: string
  background_style?: string
  has_border?: boolean
  border_color?: string
  corner_radius?: string
  disabled?: boolean
  disabled_tips?: TextObject
  hover_tips?: TextObject
  confirm?: Asked
}

/** An area that is pressed as a whole; what can be pressed inside of it wins. */
export function InteractiveContainer({ element: container, path }: Drawn<Container>) {
  const { locale } = useSeat()
  const { working, press } = usePress()
  const [asking, setAsking] = useState(false)
  const id = useId()
  const tips = contentOf(container.disabled ? container.disabled_tips : container.hover_tips, locale)
  const { confirm } = container
  const able = (container.behaviors?.length ?? 0) > 0 && !container.disabled
  const go = () => {
    if (!able || working !== undefined) return
    if (confirm) setAsking(true)
    else void press({ button: path })
  }
  const answer = (yes: boolean) => {
    setAsking(false)
    if (yes) void press({ button: path })
  }
  return (
    <>
      <div
        className={`interactive ${able ? 'able' : ''} ${container.disabled ? 'disabled' : ''}`}
        style={useContainerStyle(container)}
        title={tips || undefined}
        {...(tips !== '' && { 'aria-describedby': id })}
        aria-busy={working === path || undefined}
        {...pressed(able || container.disabled === true, !able, go)}
      >
        <Elements elements={container.elements} path={`${path}.elements`} />
        {tips !== '' && (
          <span id={id} hidden>
            {tips}
          </span>
        )}
      </div>
      {asking && confirm && <ConfirmDialog asked={confirm} answer={answer} />}
    </>
  )
}

const pressed = (shown: boolean, off: boolean, go: () => void) =>
  shown
    ? {
        role: 'button',
        tabIndex: 0,
        'aria-disabled': off || undefined,
        onClick: (event: MouseEvent) => {
          if (hitsInner(event.target, event.currentTarget)) return
          event.stopPropagation()
          go()
        },
        onKeyDown: (event: KeyboardEvent) => {
          if (event.target !== event.currentTarget || (event.key !== 'Enter' && event.key !== ' ')) return
          event.preventDefault()
          go()
        },
      }
    : {}

function useContainerStyle(container: Container): CSSProperties {
  const look = useLook()
  const { width, height, has_border: border, corner_radius: corner } = container
  const line = look.color(container.border_color) ?? 'var(--line)'
  return {
    ...layoutStyle(container),
    width: width === 'auto' ? 'fit-content' : (lengthOf(width) ?? '100%'),
    minHeight: lengthOf(height),
    background: look.background(container.background_style),
    border: border ? `1px solid ${line}` : undefined,
    borderRadius: lengthOf(corner),
  }
}
