import type { CreditCode } from '../enterprise.ts'
import type { Figures } from '../figures.ts'
import { chiSquare } from '../statistics/chi-square.ts'
import { findingOf, type GroupFinding, type Peer, type RuleOf, rulesOf } from './group.ts'

type Firm = Pick<Peer, 'code' | 'figures' | 'last'>

/**
 * What the figures of one township look like side by side. They are hints for the district's own look, about figures and
 * about nobody; a township with few figures is not judged.
 */
export const townshipFindings = (firms: readonly Firm[]): GroupFinding[] => [
  ...rulesOf('twins').flatMap((rule) => twins(rule, firms)),
  ...rulesOf('round').flatMap((rule) => round(rule, firms)),
  ...rulesOf('last-digits').flatMap((rule) => lastDigits(rule, firms)),
  ...rulesOf('same-growth').flatMap((rule) => sameGrowth(rule, firms)),
]

/** Firms with the same figures, told once however many of their figures agree; each choice of figures takes one pass. */
const twins = (rule: RuleOf<'twins'>, firms: readonly Firm[]): GroupFinding[] => {
  const found = combinations(rule.of, rule.same).flatMap((ids) => {
    const [on = rule.on] = ids
    const groups = grouped(firms, ({ figures }) => sameKey(ids, figures, rule.from))
    return [...groups]
      .filter(([, { length }]) => length > 1)
      .map(([key, group]) =>
        findingOf({ ...rule, on }, codesOf(group), { value: Number.parseInt(key, 10), firms: group.length }),
      )
  })
  return found.filter(
    ({ codes }, index) => found.findIndex((one) => one.codes.join() === codes.join()) === index,
  )
}

/** The figures as one text, where all of them are there and large enough to be the same by mistake only. */
const sameKey = (ids: readonly string[], figures: Figures, from: number): string | undefined => {
  const values = ids.map((id) => figures[id] ?? 0)
  return values.every((value) => value >= from) ? values.join() : undefined
}

const combinations = (ids: readonly string[], size: number): string[][] =>
  size === 0
    ? [[]]
    : ids.flatMap((id, index) => combinations(ids.slice(index + 1), size - 1).map((rest) => [id, ...rest]))

const round = (rule: RuleOf<'round'>, firms: readonly Firm[]): GroupFinding[] => {
  const valued = firms.map((firm) => ({ firm, value: firm.figures[rule.on] ?? 0 }))
  const large = valued.filter(({ value }) => value >= rule.from)
  const even = large.filter(({ value }) => value % rule.step === 0).map(({ firm }) => firm)
  return large.length >= rule.atLeast && even.length >= rule.share * large.length
    ? [findingOf(rule, codesOf(even), { count: even.length, of: large.length })]
    : []
}

/**
 * The third digit of each figure of at least `from`: made-up and rounded figures crowd on few of them, while true ones
 * spread evenly (Benford's law leaves 10.2 % for 0 and 9.8 % for 9). Of the last digit typed nothing can be said: some
 * type cents, and of a small figure cents are all there is.
 */
const lastDigits = (rule: RuleOf<'last-digits'>, firms: readonly Firm[]): GroupFinding[] => {
  const digits = firms.flatMap(({ figures }) =>
    rule.of
      .map((id) => figures[id] ?? 0)
      .flatMap((value) => (value < rule.from ? [] : [Number(String(value)[2])])),
  )
  if (digits.length < rule.atLeast) return []
  const counts = Array.from({ length: 10 }, (_, digit) => digits.filter((one) => one === digit).length)
  if (chiSquare(counts) <= rule.limit) return []
  const count = Math.max(...counts)
  return [findingOf(rule, [], { digit: counts.indexOf(count), count, of: digits.length })]
}

/** The same growth to a tenth of a percent; that nothing changed at all is another rule's. */
const sameGrowth = (rule: RuleOf<'same-growth'>, firms: readonly Firm[]): GroupFinding[] => {
  const growths = grouped(firms, (firm) => growthOf(firm, rule.on))
  const grown = [...growths.values()].reduce((sum, { length }) => sum + length, 0)
  return [...growths].flatMap(([permille, alike]) =>
    permille !== 0 && alike.length >= rule.atLeast && alike.length >= rule.share * grown
      ? [findingOf(rule, codesOf(alike), { permille, count: alike.length, of: grown })]
      : [],
  )
}

const growthOf = ({ figures, last }: Firm, on: string): number | undefined => {
  const [now = 0, before = 0] = [figures[on], last?.[on]]
  return now > 0 && before > 0 ? Math.round((1000 * (now - before)) / before) + 0 : undefined
}

const grouped = <K extends string | number>(
  firms: readonly Firm[],
  keyOf: (firm: Firm) => K | undefined,
): Map<K, Firm[]> => {
  const groups = new Map<K, Firm[]>()
  for (const firm of firms) {
    const key = keyOf(firm)
    const group = key === undefined ? undefined : groups.get(key)
    if (group) group.push(firm)
    else if (key !== undefined) groups.set(key, [firm])
  }
  return groups
}

const codesOf = (firms: readonly Firm[]): CreditCode[] => firms.map(({ code }) => code)
