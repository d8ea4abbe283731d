import { makeCreditCode } from '../../../shared/domain/credit-code.ts'
import { canonical, sha256 } from '../../../shared/store/canonical.ts'
import { enterpriseItem } from '../../../shared/store/items.ts'
import { programme, unit } from '../../build/small-city.ts'
import type { Kind, Table } from './kinds.ts'
import { type Image, type Item, nameOf, type Tampering } from './lived.ts'
import { type Chance, edited, pick, under, unfolded } from './mutate.ts'

const rootOf = `P#${programme.id}`
const change = (...items: readonly Item[]): Tampering => new Map(items.map((item) => [nameOf(item), item]))
const itemsOf =
  (pk: RegExp, sk: RegExp) =>
  ({ image }: { image: Image }): Item[] =>
    [...image.values()].filter((item) => pk.test(String(item.pk)) && sk.test(String(item.sk)))

const firms = itemsOf(/#E#/, /^ENTERPRISE$/)
const stages = itemsOf(/#E#/, /^STAGE#/)
const lists = itemsOf(/#F#/, /./)
const entries = itemsOf(/#G$/, /./)
const heads = itemsOf(/^P#[^#]+$/, /^REGISTRY$/)
const all = [firms, stages, lists, entries, heads]

/** The registry belongs to no township: its place is only what else is verified. */
const place = unit.jinsha
type Some = (table: Table) => Item[]

const editing =
  (some: Some, about?: RegExp): Kind =>
  (table, chance) => {
    const isAbout = (path: string) => (about ? about.test(path) : true)
    return { place, changes: change(edited(pick(chance, some(table)), chance, isAbout)) }
  }
const deleting =
  (some: Some): Kind =>
  (table, chance) => ({ place, changes: new Map([[nameOf(pick(chance, some(table))), undefined]]) })

const swapping: Kind = (table, chance) => {
  const [some] = [pick(chance, [firms, stages, lists, entries])]
  const first = pick(chance, some(table))
  const others = some(table).filter((one) => one !== first)
  const second = pick(chance, others)
  return { place, changes: change(under(first, second), under(second, first)) }
}

const addingStage: Kind = (table, chance) => {
  const said = pick(chance, stages(table))
  const number = 2 + Math.floor(chance() * 98)
  const sk = `STAGE#${String(number).padStart(6, '0')}`
  const name = `${String(said.pk)}|${sk}`
  return table.image.has(name)
    ? addingStage(table, chance)
    : { place, changes: change({ ...said, number, sk }) }
}

/** A firm that nobody has taken in, in its place on the list and with everything that goes with it. */
const addingFirm: Kind = (table, chance) => {
  const said = pick(chance, lists(table))
  const code = makeCreditCode('91320612', `Y${String(Math.floor(chance() * 10 ** 6)).padStart(7, '0')}`)
  const { pk, sk, ...own } = said
  const firm = { ...own, code }
  const township = String(sk).split('#')[0] ?? ''
  const list = { pk, sk: `${township}#${code}`, ...firm }
  const entry = { pk: `${rootOf}#E#${code}`, sk: 'ENTERPRISE', ...firm, etag: etagOf(firm) }
  return { place, changes: change(list, entry) }
}
const etagOf = (item: Item): string => enterpriseItem.etag(enterpriseItem.read(item))

/** A firm's name, unit or tier is another wherever it stands, and the tag that goes with it. */
const everywhere =
  (also: boolean): Kind =>
  (table, chance) => {
    const one = pick(chance, also ? stages(table) : firms(table))
    const code = String(one.pk).split('#E#')[1] ?? ''
    const entry = firms(table).find(({ pk }) => pk === one.pk)
    const copies = lists(table).filter(({ sk }) => String(sk).endsWith(`#${code}`))
    const newest = stages(table).findLast(({ pk }) => pk === one.pk)
    const field = pick(chance, ['name', 'division', 'tier', 'from'] as const)
    const value = { name: '改名机械', division: '35', tier: 'sprint', from: '2022-02' }[field]
    const altered = { ...entry, [field]: value }
    const { pk: _, sk: __, etag: ___, ...own } = altered
    const stage = newest && unfolded(newest)
    const more = stage?.more as { after: Item } | undefined
    const told = { ...newest, more: JSON.stringify({ ...more, after: { ...more?.after, [field]: value } }) }
    return {
      place,
      changes: change(
        { ...altered, etag: etagOf(own) },
        ...copies.map((copy) => ({ ...copy, [field]: value })),
        ...(also ? [told] : []),
      ),
    }
  }

const truncating: Kind = (table, chance) => {
  const left = Math.floor(chance() * entries(table).length)
  const cut = entries(table).slice(left)
  return { place, changes: new Map(cut.map((entry) => [nameOf(entry), undefined])) }
}

/** An entry is edited by somebody who knows how the chain is made, and makes it again to its head. */
const forging: Kind = (table, chance) => {
  const chain = entries(table)
  const from = Math.floor(chance() * chain.length)
  let previous: string | undefined
  const forged = chain.slice(from).map((entry, index) => {
    const said = index === 0 ? edited(entry, chance, (path) => /^(by|at|via)$/.test(path)) : entry
    const { pk: _, sk: __, hash: ___, more, ...rest } = unfolded(said)
    const whole = { ...rest, ...(more as object), ...(previous !== undefined && { previous }) }
    previous = sha256(canonical(whole))
    return { ...said, previous: whole.previous ?? said.previous, hash: previous }
  })
  const [head] = heads(table)
  return { place, changes: change(...forged, { ...head, head: previous }) }
}

/** Firms, stages, lists and chain as they were on an earlier day, all in keeping with each other. */
const rollingBack: Kind = (table, chance) => {
  const earlier = pick(chance, table.stages.slice(0, -2))
  const changes = new Map<string, Item | undefined>()
  for (const item of all.flatMap((some) => some(table))) changes.set(nameOf(item), undefined)
  for (const item of all.flatMap((some) => some({ ...table, image: earlier })))
    changes.set(nameOf(item), item)
  return { place, changes }
}

const erasing: Kind = (table, _chance: Chance) => ({
  place,
  changes: new Map([...entries(table), ...heads(table)].map((item) => [nameOf(item), undefined])),
})

/** Every way in which firms and the record of their changes may be altered by hand. */
export const registryKinds: Readonly<Record<string, Kind>> = {
  '企业的名称、乡镇改了': editing(firms, /^(name|unit)$/),
  企业的其他内容改了: editing(firms),
  '乡镇名单里企业的名称、乡镇改了': editing(lists, /^(name|unit)$/),
  乡镇名单的其他内容改了: editing(lists),
  '名册变动的人、时间、途径、原因改了': editing(stages, /^(by|at|via|reason|move|effective)$/),
  名册变动的前后内容改了: editing(stages, /^more\./),
  名册变动的其他内容改了: editing(stages),
  名册记录改了: editing(entries),
  名册链头改了: editing(heads),
  删企业: deleting(firms),
  删名单里的企业: deleting(lists),
  删一次名册变动: deleting(stages),
  删一条名册记录: deleting(entries),
  删名册链头: deleting(heads),
  名册两项互换: swapping,
  添一次名册变动: addingStage,
  添一户企业: addingFirm,
  企业在各处一起改: everywhere(false),
  连同最后一次变动一起改: everywhere(true),
  名册记录截断: truncating,
  名册改后重算整条链: forging,
  名册退回到以前: rollingBack,
  名册记录全部删去: erasing,
}
