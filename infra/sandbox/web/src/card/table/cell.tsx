import { tagColors } from '../look/color.ts'
import { useLook } from '../look/look.ts'
import { useSeat } from '../seat.ts'
import { Text } from '../text.tsx'
import type { Column } from './column.ts'
import { dated, numbered } from './figures.ts'

type Option = { text: string; color?: string }

/** One cell, as its column says. What is not there is a dash. */
export function Cell({ value, column }: { value: unknown; column: Column }) {
  if (value === null || value === undefined || value === '') return '—'
  if (column.data_type === 'lark_md' || column.data_type === 'markdown') {
    return <Text text={{ tag: column.data_type, content: String(value) }} />
  }
  if (column.data_type === 'persons') return <People ids={Array.isArray(value) ? value : [value]} />
  if (Array.isArray(value)) return <Options options={value as Option[]} />
  if (typeof value !== 'number') return String(value)
  return column.data_type === 'date' ? dated(value, column.date_format) : numbered(value, column.format)
}

const Options = ({ options }: { options: Option[] }) => (
  <span className="table-tags">
    {options.map(({ text, color }) => (
      <Tag key={text} text={text} color={color} />
    ))}
  </span>
)

function Tag({ text, color }: { text: string; color: string | undefined }) {
  const look = useLook()
  const own = color !== undefined && tagColors(color)
  const style = own || { color: look.color(color) }
  return (
    <span className="table-tag" style={style}>
      {text}
    </span>
  )
}

function People({ ids }: { ids: unknown[] }) {
  const { nameOf } = useSeat()
  return (
    <span className="table-tags">
      {ids.map(String).map((id) => (
        <span key={id} className="table-person">
          <i aria-hidden="true">{(nameOf(id) ?? '?').slice(-2)}</i>
          {nameOf(id) ?? id}
        </span>
      ))}
    </span>
  )
}
