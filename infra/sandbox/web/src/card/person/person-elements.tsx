import { words } from '../card-words.ts'
import type { Drawn } from '../drawn.tsx'
import { Icon, type IconObject } from '../icon/icon.tsx'
import { useSeat } from '../seat.ts'
import { Person, type PersonSize } from './person.tsx'

type PersonElement = {
  user_id: string
  size?: PersonSize
  show_avatar?: boolean
  show_name?: boolean
  style?: 'normal' | 'capsule'
}

export function PersonView({ element }: Drawn<PersonElement>) {
  const { user_id: id, size, show_avatar: avatar, show_name: name, style } = element
  return (
    <Person
      id={id}
      size={size ?? 'medium'}
      avatar={avatar !== false}
      name={name === true}
      capsule={style === 'capsule'}
    />
  )
}

type PersonList = Omit<PersonElement, 'user_id' | 'style'> & {
  persons?: { id: string }[]
  lines?: number
  drop_invalid_user_id?: boolean
  icon?: IconObject
  ud_icon?: IconObject
}

/** About how many names, or avatars, stand in a line. */
const perLine = { named: 4, bare: 16 }

export function PersonListView({ element }: Drawn<PersonList>) {
  const { persons = [], lines, drop_invalid_user_id: drops, ...list } = element
  const { nameOf, locale } = useSeat()
  const known = drops ? persons.filter(({ id }) => nameOf(id) !== undefined) : persons
  const named = list.show_name !== false
  const most = lines === undefined ? known.length : lines * (named ? perLine.named : perLine.bare)
  const icon = list.ud_icon ?? list.icon
  return (
    <div className={`persons ${named ? '' : 'overlapping'}`}>
      {icon && <Icon icon={icon} />}
      {known.slice(0, most).map(({ id }, index) => (
        <Person
          // biome-ignore lint/suspicious/noArrayIndexKey: the same person may be named twice
          key={index}
          id={id}
          size={list.size ?? 'medium'}
          avatar={list.show_avatar !== false}
          name={named}
        />
      ))}
      {known.length > most && <span className="soft">{words(locale).others(known.length)}</span>}
    </div>
  )
}
