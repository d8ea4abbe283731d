import type { Drawn } from './elements.tsx'
import { useSeat } from './seat.ts'
import { Choosing, type SelectElement } from './select.tsx'

/** People of the card, or when it names none, those of the chat. */
export function PeopleView({ element, path }: Drawn) {
  const { members, nameOf } = useSeat()
  const named = (element.options ?? []) as { value: string }[]
  const people = named.length > 0 ? named.map(({ value }) => value) : members
  const offered = people.map((value) => ({ value, label: nameOf(value) ?? value }))
  return <Choosing select={element as unknown as SelectElement} path={path} offered={offered} />
}
