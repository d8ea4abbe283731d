import { type CSSProperties, useState } from 'react'
import { useWords } from '../../words/words.ts'
import type { Drawn } from '../drawn.tsx'
import { useLook } from '../look/look.ts'
import { Cell } from './cell.tsx'
import type { Column, TableElement } from './column.ts'
import { Pager } from './pager.tsx'
import { alignOf, cellStyle, columnStyle, roomOf, standOf } from './shape.ts'
import { Sideways } from './sideways.tsx'
import './table.css'

const rowsOfPage = 5
const figures = /^(number|date)$/

export function TableView({ element: table }: Drawn<TableElement>) {
  const { columns, rows, page_size = rowsOfPage } = table
  const words = useWords().inputs
  const [page, setPage] = useState(0)
  const pages = Math.max(1, Math.ceil(rows.length / page_size))
  const at = Math.min(page, pages - 1)
  const shown = rows.slice(at * page_size, (at + 1) * page_size)
  return (
    <div className={`table${table.freeze_first_column ? ' table-frozen' : ''}`}>
      <Sideways label={words.table}>
        <table>
          <Head table={table} />
          <tbody>
            {shown.map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a row is known by its place
              <tr key={index}>
                {columns.map((column) => (
                  <td key={column.name} style={{ ...columnStyle(column), ...alignOf(column) }}>
                    <div
                      className={`table-cell ${figures.test(column.data_type ?? '') ? 'table-figure' : ''}`}
                      style={{ ...cellStyle(table), ...roomOf(column), ...standOf(column) }}
                    >
                      <Cell value={row[column.name]} column={column} />
                    </div>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        {rows.length === 0 && <p className="table-none">{words.noRows}</p>}
      </Sideways>
      {pages > 1 && <Pager page={at} pages={pages} rows={rows.length} turn={setPage} />}
    </div>
  )
}

function Head({ table: { columns, header_style = {} } }: { table: TableElement }) {
  const look = useLook()
  const { bold = true, lines = 1, text_color, text_size, text_align, background_style } = header_style
  const style: CSSProperties = {
    ...look.size(text_size),
    color: look.color(text_color),
    fontWeight: bold ? 600 : 400,
    WebkitLineClamp: lines,
  }
  const alignHead = (column: Column) =>
    text_align && column.horizontal_align === undefined ? { textAlign: text_align } : alignOf(column)
  return (
    <thead className={background_style === 'none' ? 'table-plain' : 'table-grey'}>
      <tr>
        {columns.map((column) => (
          <th key={column.name} scope="col" style={{ ...columnStyle(column), ...alignHead(column) }}>
            <div className="table-title sized" style={{ ...style, ...roomOf(column) }}>
              {column.display_name ?? column.name}
            </div>
          </th>
        ))}
      </tr>
    </thead>
  )
}
