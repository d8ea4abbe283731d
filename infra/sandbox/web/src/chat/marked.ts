import type { Named } from './writing.ts'

/** A text as the sandbox takes it: each `@name` that was chosen from the list becomes a mention of that person. */
export function marked(text: string, named: readonly Named[]): string {
  const longestFirst = named.toSorted((a, b) => b.name.length - a.name.length)
  if (longestFirst.length === 0) return text
  const names = longestFirst.map(({ name }) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return text.replace(new RegExp(`@(${names.join('|')})`, 'g'), (whole, name: string) => {
    const id = longestFirst.find((one) => one.name === name)?.id
    return id === undefined ? whole : `<at user_id="${id}"></at>`
  })
}
