import { readCreditCode } from '../credit-code.ts'
import type { CreditCode } from '../enterprise.ts'
import { nearness } from '../nearness.ts'
import { grouped } from './grouped.ts'
import { nearCodes } from './near-codes.ts'
import { nearNames } from './near-names.ts'
import { plain } from './sheet.ts'

export type KnownFirm = { code: CreditCode; name: string }

/** Why nobody can say which firm a row is; the firms that may be meant are named, and none is taken. */
export type FirmProblem =
  | { why: 'no-firm' }
  | { why: 'unknown-firm' }
  /** Another township's firm. */
  | { why: 'elsewhere' }
  /** The code is one slip away from this firm's. */
  | { why: 'near-code'; near: KnownFirm }
  /** The name is this firm's, and the code is not. */
  | { why: 'other-code'; near: KnownFirm }
  /** The code is one firm's, the name is another's. */
  | { why: 'two-firms'; near: readonly [KnownFirm, KnownFirm] }
  | { why: 'near-name'; near: readonly KnownFirm[] }
  | { why: 'several-names'; near: readonly KnownFirm[] }

/** `part-of-name`: the typed words stand in one firm's name only, which the person is told. */
export type FirmMatch =
  | { is: 'firm'; firm: KnownFirm; by: 'code' | 'name' | 'part-of-name' }
  | { is: 'problem'; problem: FirmProblem }

export type FindFirm = (code: string, name: string) => FirmMatch

/** What a spreadsheet makes of a code of digits alone: 9.1320612E+17, or zeros for the last three. */
const MANGLED = /^\d(\.\d+)?e\+?\d+$|^\d{15}000$/i
const SHORTEST_CODE = 8

/** Which firm of the roster a code and a name mean: code first, then the whole name, then a part that fits one only. */
export const firmFinder = (
  roster: readonly KnownFirm[],
  elsewhere: readonly KnownFirm[] = [],
  like: typeof nearness = nearness,
): FindFirm => {
  const byCode = new Map<string, KnownFirm>(roster.map((firm) => [firm.code, firm]))
  const byName = grouped(roster, ({ name }) => bare(name))
  const others = new Set<string>(elsewhere.flatMap(({ code, name }) => [code, bare(name)]))
  const codesNear = nearCodes(roster)
  const namesNear = nearNames(roster, like)

  const findByName = (name: string): FirmMatch => {
    if (bare(name) === '') return problem({ why: 'no-firm' })
    const [exact, ...twins] = byName.get(bare(name)) ?? []
    if (exact && twins.length > 0) return problem({ why: 'several-names', near: [exact, ...twins] })
    if (exact) return { is: 'firm', firm: exact, by: 'name' }
    if (others.has(bare(name))) return problem({ why: 'elsewhere' })
    const { inside, near } = namesNear(name)
    const [only, ...more] = inside
    if (only && more.length > 0) return problem({ why: 'several-names', near: inside.slice(0, SHOWN) })
    if (only) return { is: 'firm', firm: only, by: 'part-of-name' }
    return problem(near.length > 0 ? { why: 'near-name', near } : { why: 'unknown-firm' })
  }

  const findByCode = (code: string, name: string): FirmMatch => {
    const named = (byName.get(bare(name)) ?? []).at(0)
    const firm = byCode.get(code)
    if (firm && named && named.name !== firm.name) return problem({ why: 'two-firms', near: [firm, named] })
    if (firm) return { is: 'firm', firm, by: 'code' }
    if (MANGLED.test(code)) return findByName(name)
    const near = codesNear(code)
    if (near) return problem({ why: 'near-code', near })
    if (others.has(code)) return problem({ why: 'elsewhere' })
    return problem(named ? { why: 'other-code', near: named } : { why: 'unknown-firm' })
  }

  return (code, name) => {
    const read = readCreditCode(code)
    const typed = read.is === 'code' ? read.code : plain(code).replace(/-/g, '').toUpperCase()
    return typed.length < SHORTEST_CODE ? findByName(name) : findByCode(typed, name)
  }
}

const SHOWN = 3
const problem = (one: FirmProblem): FirmMatch => ({ is: 'problem', problem: one })

/** Brackets, blanks and case are typed either way. */
const bare = (name: string): string => plain(name).toLowerCase().replace(/[()]/g, '')
