import { useWords } from '../../words/words.ts'

type Pages = { page: number; pages: number; rows: number; turn: (page: number) => void }

export function Pager({ page, pages, rows, turn }: Pages) {
  const words = useWords().inputs
  return (
    <nav className="table-pager" aria-label={words.table}>
      <span>{words.rows(rows)}</span>
      <button type="button" aria-label={words.previous} disabled={page === 0} onClick={() => turn(page - 1)}>
        ‹
      </button>
      <span aria-live="polite">{words.page(page + 1, pages)}</span>
      <button
        type="button"
        aria-label={words.next}
        disabled={page === pages - 1}
        onClick={() => turn(page + 1)}
      >
        ›
      </button>
    </nav>
  )
}
