import { canonical, sha256 } from '../../../shared/store/canonical.ts'
import { month, programme, townships, unit } from '../../build/small-city.ts'
import type { Image, Item, Tampering } from './lived.ts'
import { nameOf } from './lived.ts'
import { type Chance, edited, pick, under, unfolded } from './mutate.ts'

type Place = (typeof townships)[number]

/** The table at the end of the month, and as it was on the way there. */
export type Table = { image: Image; stages: readonly Image[]; codesOf: (place: Place) => ReadonlySet<string> }
export type Tampered = { place: Place; changes: Tampering }
export type Kind = (table: Table, chance: Chance) => Tampered

const rootOf = `P#${programme.id}`
const change = (...items: readonly Item[]): Tampering => new Map(items.map((item) => [nameOf(item), item]))

const itemsOf =
  (isOne: (item: Item, table: Table, place: Place) => boolean) =>
  ({ image, ...rest }: Table, place: Place): Item[] =>
    [...image.values()].filter((item) => isOne(item, { image, ...rest }, place))

const audit = (place: Place) => `${rootOf}#A#${month}#${place}`
const entries = itemsOf(({ pk }, _, place) => pk === audit(place))
const reports = itemsOf(({ pk }, _, place) => pk === `${rootOf}#M#${month}#${place}`)
const tallies = itemsOf(({ pk, sk }, _, place) => pk === `${rootOf}#M#${month}` && sk === `T#${place}`)
const parts = itemsOf(
  ({ pk, sk }, _, place) =>
    String(pk).startsWith(`${rootOf}#S#${month}#`) && String(sk).startsWith(`T#${place}#`),
)
const corrections = itemsOf(
  ({ pk, sk }, _, place) => pk === `${rootOf}#C#${month}` && String(sk).startsWith(`${place}#`),
)
const ofFirm = (prefix: string) =>
  itemsOf(({ pk, sk }, { codesOf }, place) => {
    const [, code = ''] = String(pk).split('#E#')
    return codesOf(place).has(code) && String(sk).startsWith(prefix)
  })
const versions = ofFirm(`REV#${month}#`)
const years = ofFirm('Y#2023')

/** Where people filed: 如城 has nobody, so it has no versions. */
const lively = [unit.jinsha, unit.xiting, unit.jiuhua]

const editing =
  (
    some: typeof entries,
    { about, places = lively }: { about?: RegExp; places?: readonly Place[] } = {},
  ): Kind =>
  (table, chance) => {
    const place = pick(chance, places)
    const isAbout = (path: string) => (about ? about.test(path) : true)
    return { place, changes: change(edited(pick(chance, some(table, place)), chance, isAbout)) }
  }

const deleting =
  (some: typeof entries): Kind =>
  (table, chance) => {
    const place = pick(chance, lively)
    return { place, changes: new Map([[nameOf(pick(chance, some(table, place))), undefined]]) }
  }

/** What two items say, each under the key of the other; the number in an entry is adapted or left. */
const swapping =
  (some: typeof entries, adapt: (item: Item, place: Item) => Item = (item) => item): Kind =>
  (table, chance) => {
    const place = pick(chance, lively)
    const all = some(table, place)
    const first = pick(chance, all)
    const second = pick(
      chance,
      all.filter((one) => one !== first),
    )
    const [a, b] = [adapt(under(first, second), first), adapt(under(second, first), second)]
    return { place, changes: change(a, b) }
  }

const truncating: Kind = (table, chance) => {
  const place = pick(chance, lively)
  const all = entries(table, place)
  const left = Math.floor(chance() * all.length)
  return { place, changes: new Map(all.slice(left).map((entry) => [nameOf(entry), undefined])) }
}

/** The entries one place on, each with the number of its new place: nothing but their order is another. */
const reordering: Kind = (table, chance) => {
  const place = pick(chance, lively)
  const all = entries(table, place)
  const by = 1 + Math.floor(chance() * (all.length - 1))
  const moved = all.map((entry, at) => {
    const said = all[(at + by) % all.length] ?? entry
    return { ...under(entry, said), sequence: entry.sequence }
  })
  return { place, changes: change(...moved) }
}

const adding: Kind = (table, chance) => {
  const place = pick(chance, lively)
  const [some, key, pad] = pick(chance, [
    [entries, '', 8],
    [versions, `REV#${month}#`, 6],
  ] as const)
  const said = pick(chance, some(table, place))
  const sk = `${key}${String(90 + Math.floor(chance() * 9)).padStart(pad, '0')}`
  return { place, changes: change({ ...said, sk }) }
}

/** An entry is edited by somebody who knows how the chain is made, and makes it again to its head, tally and all. */
const forging: Kind = (table, chance) => {
  const place = pick(chance, lively)
  const all = entries(table, place)
  const from = Math.floor(chance() * all.length)
  const [tally] = tallies(table, place)
  let previous: string | undefined
  const forged = all.slice(from).map((entry, index) => {
    const said = index === 0 ? edited(entry, chance, (path) => /^(by|at|via|reason)$/.test(path)) : entry
    const { pk, sk, hash: _, more, ...rest } = unfolded(said)
    const whole = { ...rest, ...(more as object), ...(previous !== undefined && { previous }) }
    previous = sha256(canonical(whole))
    return { ...said, previous: whole.previous ?? said.previous, hash: previous }
  })
  return { place, changes: change(...forged, { ...tally, h: previous }) }
}

const belongs = (item: Item, { codesOf }: Table, place: Place): boolean => {
  const [pk, sk] = [String(item.pk), String(item.sk)]
  const [, code = ''] = pk.split('#E#')
  if (codesOf(place).has(code)) return sk.startsWith(`REV#${month}#`)
  if (pk === `${rootOf}#C#${month}`) return sk.startsWith(`${place}#`)
  return pk === audit(place) || pk === `${rootOf}#M#${month}#${place}` || sk === `T#${place}`
}

/** Entries, versions, reports and tally of a township as they were on an earlier day, all in keeping with each other. */
const rollingBack =
  (also: (item: Item) => boolean): Kind =>
  (table, chance) => {
    const place = pick(chance, lively)
    const isTouched = (item: Item) => belongs(item, table, place) || also(item)
    const earlier = pick(chance, table.stages.slice(0, -1))
    const changes = new Map<string, Item | undefined>()
    for (const [name, item] of table.image) if (isTouched(item)) changes.set(name, undefined)
    for (const [name, item] of earlier) if (isTouched(item)) changes.set(name, item)
    return { place, changes }
  }

const who = /^(by|at|via|reason|move)$/
const renumbered = (item: Item, { sequence }: Item): Item => ({ ...item, sequence })
/** The month's own items and its snapshot: nothing in the table says that it was ever closed. */
const ofMonth = ({ pk, sk }: Item): boolean =>
  String(pk).startsWith(`${rootOf}#S#${month}#`) || (pk === rootOf && sk === `MONTH#${month}`)

/** Every way in which the table may be altered by hand. */
export const kinds: Readonly<Record<string, Kind>> = {
  报表里的数改了: editing(reports, { about: /^(more\.x\.|.*\bx\b)/ }),
  报表的其他内容改了: editing(reports),
  没填过的报表改了: editing(reports, { places: [unit.rucheng] }),
  版本里的数改了: editing(versions, { about: /(before|after)\./ }),
  '版本的人、时间、途径、原因改了': editing(versions, { about: who }),
  版本的其他内容改了: editing(versions),
  '记录的人、时间、途径、原因改了': editing(entries, { about: who }),
  记录的其他内容改了: editing(entries),
  汇总改了: editing(tallies, { places: townships }),
  快照改了: editing(parts, {
    places: townships,
    about: /^(more\.|programme|month|number|township|sequence)/,
  }),
  历年数改了: editing(years, { about: /^more\.months\.3\./ }),
  更正申请改了: editing(corrections, { places: [unit.jinsha] }),
  删一条记录: deleting(entries),
  删一个版本: deleting(versions),
  删一张报表: deleting(reports),
  删汇总: deleting(tallies),
  删快照: deleting(parts),
  两条记录互换: swapping(entries),
  两条记录互换并改号: swapping(entries, renumbered),
  两个版本互换: swapping(versions),
  两张报表互换: swapping(reports),
  截断: truncating,
  重排: reordering,
  添一条记录或版本: adding,
  改后重算整条链: forging,
  全部退回到以前: rollingBack(() => false),
  连同月份和快照退回到以前: rollingBack(ofMonth),
}
