import { Children, isValidElement, type ReactNode, useState } from 'react'
import { words } from '../card-words.ts'
import { useSeat } from '../seat.ts'

const perPage = 5
type Part = { children?: ReactNode }

/** A table in a text shows five rows at a time. */
export function PagedTable({ children }: Part) {
  const { locale } = useSeat()
  const [page, setPage] = useState(0)
  const parts = Children.toArray(children).filter((one) => isValidElement<Part>(one))
  const head = parts.find((one) => one.type === 'thead')
  const body = parts.find((one) => one.type === 'tbody')
  const rows = Children.toArray(body?.props.children).filter((one) => isValidElement(one))
  const pages = Math.ceil(rows.length / perPage)
  const at = Math.min(page, Math.max(pages - 1, 0))
  const say = words(locale)
  return (
    <div className="text-table">
      <section className="scroll" aria-label={say.table}>
        <table>
          {head}
          <tbody>{rows.slice(at * perPage, (at + 1) * perPage)}</tbody>
        </table>
      </section>
      {pages > 1 && (
        <nav className="pager" aria-label={say.pages}>
          <button type="button" aria-label={say.before} disabled={at === 0} onClick={() => setPage(at - 1)}>
            ‹
          </button>
          <span aria-live="polite">
            {at + 1} / {pages}
          </span>
          <button
            type="button"
            aria-label={say.next}
            disabled={at === pages - 1}
            onClick={() => setPage(at + 1)}
          >
            ›
          </button>
        </nav>
      )}
    </div>
  )
}
