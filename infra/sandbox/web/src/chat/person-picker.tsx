import { useEffect, useRef, useState } from 'react'
import { useDirectory, useExtension } from '../sandbox/queries.ts'
import type { User } from '../sandbox/wire.ts'
import { useWords } from '../words/words.ts'
import { Avatar } from './avatar.tsx'
import { Icon } from './icons.tsx'
import { type Group, groupsOf } from './people-groups.ts'
import './person-picker.css'

/** Whom one can be: the groups that the extension names, and everybody. */
export function PersonPicker({ choose }: { choose: (openId: string) => void }) {
  const words = useWords()
  return (
    <main className="picker-page" aria-label={words.picker.title}>
      <h1>{words.picker.title}</h1>
      <p>{words.picker.hint}</p>
      <PersonChoices choose={choose} />
    </main>
  )
}

export function PersonChoices({ choose }: { choose: (openId: string) => void }) {
  const words = useWords()
  const directory = useDirectory()
  const people = useExtension()?.people
  const [sought, setSought] = useState('')
  const users = directory.data?.users ?? []
  const groups = groupsOf(users, people ?? [], sought, words.picker.everybody)
  const first = sought.trim() === '' ? undefined : groups[0]?.people[0]?.user.open_id
  const box = useRef<HTMLInputElement>(null)
  // A name is what one comes here to type; a dialog first takes the focus for itself.
  useEffect(() => {
    const timer = setTimeout(() => box.current?.focus(), 100)
    return () => clearTimeout(timer)
  }, [])
  const empty = users.length === 0 ? words.picker.nobody : words.picker.none
  return (
    <div className="people-list">
      <label className="seek">
        <Icon name="search" size={16} />
        <input
          type="search"
          value={sought}
          aria-label={words.picker.search}
          placeholder={words.picker.search}
          ref={box}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && first !== undefined && !event.nativeEvent.isComposing) choose(first)
          }}
          onChange={(event) => setSought(event.target.value)}
        />
      </label>
      <div className="groups">
        {groups.map((group) => (
          <GroupOfPeople key={group.name} group={group} choose={choose} />
        ))}
        {groups.length === 0 && <p className="hint">{directory.isPending ? words.picker.loading : empty}</p>}
      </div>
    </div>
  )
}

function GroupOfPeople({ group, choose }: { group: Group; choose: (openId: string) => void }) {
  const { name, folded } = group
  if (!folded) {
    return (
      <section aria-label={name}>
        <h2>{name}</h2>
        <People group={group} choose={choose} />
      </section>
    )
  }
  return (
    <details aria-label={name}>
      <summary>{name}</summary>
      <People group={group} choose={choose} />
    </details>
  )
}

function People({ group, choose }: { group: Group; choose: (openId: string) => void }) {
  const words = useWords()
  return (
    <>
      <ul>
        {group.people.map(({ user, label }) => (
          <li key={`${user.open_id} ${label}`}>
            <button type="button" className="somebody" onClick={() => choose(user.open_id)}>
              <Avatar id={user.open_id} name={user.name} />
              <span>
                <b>{user.name}</b>
                <small title={label}>{label || statusOf(user, words.picker.status)}</small>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {group.more > 0 && <p className="hint">{words.picker.more(group.more)}</p>}
    </>
  )
}

const statusOf = (user: User, words: Record<User['status'], string>) => words[user.status]
