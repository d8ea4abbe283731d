import { type CSSProperties, useMemo, useRef } from 'react'
import { Elements } from './elements.tsx'
import { FocusKeeper } from './focus-keeper.ts'
import { Header, type HeaderObject } from './header.tsx'
import { HeadingsProvider, headingsOf } from './headings.ts'
import { type Layout, layoutStyle } from './look/layout.ts'
import { type CardStyle, CardStyleProvider } from './look/look.ts'
import { openingOf } from './opening.ts'
import { useSeat } from './seat.ts'
import './card.css'

type Root = {
  config?: { width_mode?: 'default' | 'compact' | 'fill'; style?: CardStyle }
  card_link?: { url?: string; pc_url?: string }
  header?: HeaderObject
  body?: Layout & { elements?: unknown[] }
}

const noStyle: CardStyle = {}

/** A card of schema 2.0, as wide as it says and at most as wide as its place. */
export function Card({ card }: { card: Record<string, unknown> }) {
  const { config, card_link, header, body = {} } = card as Root
  const {
    card: { version },
    within,
  } = useSeat()
  const article = useRef<HTMLElement>(null)
  const headings = useMemo(() => headingsOf(body.elements, 'body.elements'), [body.elements])
  const style: CSSProperties = { ...layoutStyle({ padding: '12px', ...body }, '12px') }
  return (
    <CardStyleProvider value={config?.style ?? noStyle}>
      <article
        ref={article}
        tabIndex={-1}
        className={`card ${config?.width_mode ?? 'default'}`}
        {...openingOf({ multi_url: card_link ?? {} }, within, 'group')}
      >
        <FocusKeeper card={article} version={version} />
        {header && <Header header={header} />}
        <div className="body" style={style}>
          <HeadingsProvider value={headings}>
            <Elements elements={body.elements} path="body.elements" />
          </HeadingsProvider>
        </div>
      </article>
    </CardStyleProvider>
  )
}
