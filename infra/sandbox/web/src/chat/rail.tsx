import { DirectorButton } from '../director/director.tsx'
import { useChats, useNames } from '../sandbox/queries.ts'
import { useWords } from '../words/words.ts'
import { Avatar, Badge } from './avatar.tsx'
import { useDesk } from './desk-places.ts'
import { Icon } from './icons.tsx'
import { LookButtons } from './look-buttons.tsx'

const mostPanes = 2

/** The narrow rail: who is looked at, somebody more, and how the page looks and speaks. */
export function Rail({ pick }: { pick: (pane: number) => void }) {
  const { panes, active, setActive } = useDesk()
  const words = useWords()
  return (
    <aside className="rail" aria-label={words.rail.label}>
      {panes.map(({ as }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a pane is its place; the same person may be in both
        <Who key={`${index} ${as}`} as={as} active={index === active} press={() => setActive(index)} />
      ))}
      {panes.length > 0 && panes.length < mostPanes && (
        <button
          type="button"
          className="plain-button"
          title={words.rail.another}
          aria-label={words.rail.another}
          onClick={() => pick(panes.length)}
        >
          <Icon name="add" />
        </button>
      )}
      <span className="space" />
      <DirectorButton />
      <LookButtons />
    </aside>
  )
}

function Who({ as, active, press }: { as: string; active: boolean; press: () => void }) {
  const words = useWords()
  const name = useNames()(as) ?? as
  const unread = (useChats(as).data?.chats ?? []).reduce((sum, chat) => sum + chat.unread, 0)
  const label = words.rail.switchTo(name)
  return (
    <button
      type="button"
      className="who"
      aria-pressed={active}
      aria-label={label}
      title={label}
      onClick={press}
    >
      <Avatar id={as} name={name} />
      <Badge count={unread} label={words.rail.unread(unread)} />
    </button>
  )
}
