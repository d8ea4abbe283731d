import { type CSSProperties, useId, useState } from 'react'
import type { Drawn } from '../drawn.tsx'
import { Elements } from '../elements.tsx'
import { Icon, type IconObject } from '../icon/icon.tsx'
import { type Layout, layoutStyle } from '../look/layout.ts'
import { useLook } from '../look/look.ts'
import { lengthOf, spacingOf } from '../look/size.ts'
import { Text, type TextObject } from '../text.tsx'
import './collapsible-panel.css'

type PanelHeader = {
  title?: TextObject
  background_color?: string
  width?: 'fill' | 'auto' | 'auto_when_fold'
  vertical_align?: 'top' | 'center' | 'bottom'
  padding?: string
  position?: 'top' | 'bottom'
  icon?: IconObject
  icon_position?: 'left' | 'right' | 'follow_text'
  icon_expanded_angle?: number
}
type Panel = Layout & {
  header: PanelHeader
  expanded?: boolean
  elements?: unknown[]
  border?: { color?: string; corner_radius?: string }
  background_color?: string
}

const arrow: IconObject = { tag: 'standard_icon', token: 'down-small-ccm_outlined' }
const down = { top: 'start', center: 'center', bottom: 'end' }

/** What folds away under its title. */
export function CollapsiblePanel({ element: panel, path }: Drawn<Panel>) {
  const look = useLook()
  const [open, setOpen] = useState(panel.expanded === true)
  const id = useId()
  const { header, border } = panel
  const style: CSSProperties = {
    background: look.background(panel.background_color),
    border: border && `1px solid ${look.color(border.color) ?? 'var(--line)'}`,
    borderRadius: lengthOf(border?.corner_radius) ?? (border ? '5px' : undefined),
    flexDirection: header.position === 'bottom' ? 'column-reverse' : 'column',
  }
  return (
    <div className={`panel ${border ? 'bordered' : ''}`} style={style}>
      <PanelTitle header={header} open={open} controls={id} turn={() => setOpen(!open)} />
      <div id={id} className="panel-body" hidden={!open} style={layoutStyle({ padding: '8px', ...panel })}>
        {open && <Elements elements={panel.elements} path={`${path}.elements`} />}
      </div>
    </div>
  )
}

type Title = { header: PanelHeader; open: boolean; controls: string; turn: () => void }

function PanelTitle({ header, open, controls, turn }: Title) {
  const look = useLook()
  const narrow = header.width === 'auto' || (header.width === 'auto_when_fold' && !open)
  const style: CSSProperties = {
    width: narrow ? 'fit-content' : '100%',
    background: look.background(header.background_color),
    padding: spacingOf(header.padding),
    alignItems: down[header.vertical_align ?? 'center'],
  }
  const angle = open ? (header.icon_expanded_angle ?? 180) : 0
  return (
    <button
      type="button"
      className={`panel-title icon-${header.icon_position ?? 'right'}`}
      aria-expanded={open}
      aria-controls={controls}
      style={style}
      onClick={turn}
    >
      {header.title && <Text text={header.title} />}
      <span className="turning" style={{ rotate: `${angle}deg` }}>
        <Icon icon={header.icon ?? arrow} />
      </span>
    </button>
  )
}
