import type { User, View } from '../sandbox/wire.ts'

export type Group = {
  name: string
  people: { user: User; label: string }[]
  more: number
  /** Only its name is seen until it is opened. */
  folded: boolean
}

const most = 200

/**
 * People by group: those that the extension names first, then everybody, with what the extension calls them or their
 * address; only those with what is sought.
 */
export function groupsOf(
  users: readonly User[],
  named: View['people'],
  sought: string,
  everybody: string,
): Group[] {
  const byId = new Map(users.map((user) => [user.open_id, user]))
  const wanted = sought.trim().toLowerCase()
  const has = (...texts: string[]) => texts.some((text) => text.toLowerCase().includes(wanted))
  const groups = new Map<string, Group['people']>()
  for (const { group, open_id, label } of named) {
    const user = byId.get(open_id)
    if (user === undefined || !has(user.name, label, group)) continue
    groups.set(group, [...(groups.get(group) ?? []), { user, label }])
  }
  const folded = new Set(wanted === '' ? named.filter((one) => one.folded).map(({ group }) => group) : [])
  const labels = labelsOf(named)
  const all = users.map((user) => ({ user, label: labels.get(user.open_id) || user.email }))
  const rest = all.filter(({ user, label }) => has(user.name, label))
  return [...groups, [everybody, rest] as const]
    .filter(([, people]) => people.length > 0)
    .map(([name, people]) => ({
      name,
      people: people.slice(0, most),
      more: Math.max(0, people.length - most),
      folded: folded.has(name),
    }))
}

/** What each is called, each thing once: somebody may hold a post in two places. */
function labelsOf(named: View['people']): Map<string, string> {
  const labels = new Map<string, Set<string>>()
  for (const { open_id, label } of named) {
    if (label !== '') labels.set(open_id, (labels.get(open_id) ?? new Set()).add(label))
  }
  return new Map([...labels].map(([id, all]) => [id, [...all].join('；')]))
}
