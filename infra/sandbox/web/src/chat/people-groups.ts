import type { User, View } from '../sandbox/wire.ts'

export type Group = { name: string; people: { user: User; label: string }[]; more: number }

const most = 200

/** People by group: those that the extension names first, then everybody; only names with what is sought. */
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
  const rest = users.filter((user) => has(user.name)).map((user) => ({ user, label: '' }))
  const all = [...groups, [everybody, rest] as const].filter(([, people]) => people.length > 0)
  return all.map(([name, people]) => ({
    name,
    people: people.slice(0, most),
    more: Math.max(0, people.length - most),
  }))
}
