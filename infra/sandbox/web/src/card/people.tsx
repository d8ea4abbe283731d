import type { Drawn } from './drawn.tsx'
import { useSeat } from './seat.ts'
import { Choosing, type SelectElement } from './select.tsx'

type PeopleElement = SelectElement & { options?: { value: string }[] }

/** People of the card, or when it names none, those of the chat. */
export function PeopleView({ element, path }: Drawn<PeopleElement>) {
  const { members, nameOf } = useSeat()
  const named = element.options ?? []
  const people = named.length > 0 ? named.map(({ value }) => value) : members
  const offered = people.map((value) => ({ value, label: nameOf(value) ?? value }))
  return <Choosing select={element} path={path} offered={offered} />
}
