import { Fragment, type ReactNode } from 'react'
import type { Components } from 'react-markdown'
import { Anchor } from '../anchor.tsx'
import { words } from '../card-words.ts'
import { Icon } from '../icon/icon.tsx'
import { tagColors } from '../look/color.ts'
import { useLook } from '../look/look.ts'
import { addressOf, webAddress } from '../opening.ts'
import { Person } from '../person/person.tsx'
import { Picture } from '../picture/picture.tsx'
import { useSeat } from '../seat.ts'
import { localDatetime } from './local-datetime.ts'
import { PagedTable } from './paged-table.tsx'

// What a tag carries is text that a bot wrote: each part reads what it knows.
type Attributes = { [name: string]: unknown; children?: ReactNode }

const Font = ({ color, children }: Attributes) => (
  <span style={{ color: useLook().color(color) }}>{children}</span>
)

/** A link to the web; any other shows its words only. */
function WebLink({ href, children }: Attributes) {
  const { within } = useSeat()
  const address = webAddress(href)
  if (address === undefined) return <span>{children}</span>
  return (
    <Anchor className="link" address={address} within={within}>
      {children}
    </Anchor>
  )
}

const IconLink = ({ icon, children, ...urls }: Attributes) => (
  <WebLink href={addressOf(urls)}>
    {typeof icon === 'string' && <Icon icon={{ tag: 'standard_icon', token: icon }} size={14} />}
    {children}
  </WebLink>
)

const TextTag = ({ color, children }: Attributes) => (
  <span className="text-tag" style={tagColors(color)}>
    {children}
  </span>
)

function NumberTag({ background_color, font_color, children, ...urls }: Attributes) {
  const look = useLook()
  const style = {
    background: look.color(background_color ?? 'grey'),
    // White turns with the colour behind it, which is bright in the dark.
    color: look.color(font_color === 'white' || font_color === undefined ? 'bg-white' : font_color),
  }
  const badge = (
    <span className="number-tag" style={style}>
      {children}
    </span>
  )
  const address = addressOf(urls)
  return address === undefined ? badge : <WebLink href={address}>{badge}</WebLink>
}

function At({ id, ids }: Attributes) {
  const { nameOf, as, locale } = useSeat()
  const named = String(ids ?? id ?? '')
  const people = named.split(',').map((one) => one.trim())
  return people.map((one) => (
    <Fragment key={one}>
      <span className={one === as || one === 'all' ? 'at me' : 'at'}>
        @{one === 'all' ? words(locale).everybody : (nameOf(one) ?? words(locale).somebody)}
      </span>{' '}
    </Fragment>
  ))
}

const PersonTag = ({ id, show_name, show_avatar, looks }: Attributes) => (
  <Person
    id={String(id ?? '')}
    size="extra_small"
    name={show_name !== 'false'}
    avatar={show_avatar !== 'false'}
    capsule={looks === 'capsule'}
  />
)

function LocalDatetime({ millisecond, format_type, link }: Attributes) {
  const { locale } = useSeat()
  const shown = localDatetime(millisecond, format_type, locale)
  return <WebLink href={link}>{shown ?? String(millisecond ?? '')}</WebLink>
}

const Image = ({ src, alt }: Attributes) =>
  typeof src === 'string' && src !== '' ? (
    <Picture imageKey={src} alt={String(alt ?? '')} />
  ) : (
    <span>{String(alt)}</span>
  )

const parts = {
  a: WebLink,
  img: Image,
  table: PagedTable,
  'x-font': Font,
  'x-link': IconLink,
  'x-text-tag': TextTag,
  'x-number-tag': NumberTag,
  'x-at': At,
  'x-person': PersonTag,
  'x-local-datetime': LocalDatetime,
}

/** How each thing in a text of a card is drawn. */
export const components = parts as unknown as Components
