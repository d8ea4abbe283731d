import type { nearness } from '../nearness.ts'
import type { KnownFirm } from './firms.ts'
import { grouped } from './grouped.ts'
import { plain } from './sheet.ts'

/** How many firms are looked at for one name, whatever the size of the roster. */
const MOST = 40
const RAREST = 6
const SHOWN = 3
/** Below this share of common letter pairs a name is somebody else's. */
const NEAR = 0.5

const FORM = /股份有限公司|有限责任公司|有限公司|公司|\((有限|普通|特殊普通)合伙\)/g

/** A name as it is compared: without brackets, blanks, 省, 市 and the legal form. */
const core = (name: string): string =>
  plain(name)
    .toLowerCase()
    .replace(FORM, '')
    .replace(/[()省市"“”]/g, '')

export type NamesFound = { inside: KnownFirm[]; near: KnownFirm[] }

type Named = { firm: KnownFirm; core: string }

/**
 * `inside`: the firms in whose name the typed words stand (永盛机械 in 南通永盛机械有限公司), the one that is called
 * exactly so alone; `near`: those called alike, nearest first. Letter pairs point to the few firms that are compared.
 */
export const nearNames = (
  roster: readonly KnownFirm[],
  like: typeof nearness,
): ((typed: string) => NamesFound) => {
  const all = roster.map((firm): Named => ({ firm, core: core(firm.name) }))
  const pointers = all.flatMap((named) => pairsOf(named.core).map((pair) => ({ pair, named })))
  const byPair = new Map(
    [...grouped(pointers, ({ pair }) => pair)].map(([pair, list]) => [pair, list.map(({ named }) => named)]),
  )
  return (typed) => {
    const wanted = core(typed)
    const pairs = pairsOf(wanted)
    const lists = pairs
      .flatMap((pair) => {
        const list = byPair.get(pair)
        return list ? [list] : []
      })
      .toSorted((a, b) => a.length - b.length)
    const inside = lists.length === pairs.length ? containing(wanted, lists[0]) : []
    return {
      inside: inside.map(({ firm }) => firm),
      near: inside.length > 0 ? [] : alike(wanted, lists, like),
    }
  }
}

/** One answer counts only when every firm that has the rarest pair could be looked at. */
const containing = (wanted: string, rarest: readonly Named[] = []): Named[] => {
  const inside = rarest.slice(0, MOST).filter((named) => named.core.includes(wanted))
  const exact = inside.filter((named) => named.core === wanted)
  if (exact.length === 1) return exact
  return rarest.length > MOST && inside.length === 1 ? [] : inside
}

const alike = (wanted: string, lists: readonly (readonly Named[])[], like: typeof nearness): KnownFirm[] =>
  [...new Set(lists.slice(0, RAREST).flatMap((list) => list.slice(0, MOST)))]
    .map(({ firm, core: own }) => ({ firm, near: like(own, wanted) }))
    .filter(({ near }) => near >= NEAR)
    .toSorted((a, b) => b.near - a.near)
    .slice(0, SHOWN)
    .map(({ firm }) => firm)

/** Each pair once; nothing for a single letter, which names nobody. Long texts are no names. */
const pairsOf = (text: string): string[] => {
  const letters = [...text].slice(0, LONGEST)
  return [...new Set(letters.slice(1).map((letter, index) => `${letters[index]}${letter}`))]
}
const LONGEST = 60
