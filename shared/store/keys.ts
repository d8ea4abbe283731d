import type { CreditCode } from '../domain/enterprise.ts'
import type { Instant } from '../domain/instant.ts'
import type { Month } from '../domain/month.ts'
import type { OpenId, Role } from '../domain/person.ts'
import type { ChatId, Lane } from '../domain/push.ts'
import { levelOf, parentOf, type UnitPath } from '../domain/unit.ts'
import type { TownshipMonth } from '../ports.ts'

/**
 * Every key of the table is made here. `p` is a programme, `t` a township's path, `m` a month.
 *
 * | what                        | pk                | sk                     | read as                                      |
 * |-----------------------------|-------------------|------------------------|----------------------------------------------|
 * | programme, its version      | PROGRAMMES        | p                      | with every turn; all: one query              |
 * | its plan: data and units    | P#p               | PLAN                   | once, then again when the version has moved  |
 * | month of a programme        | P#p               | MONTH#m                | one; all, newest first: one query            |
 * | totals of a closed month    | P#p               | TOTALS#m               | 24 months: one query                         |
 * | person                      | WHO#open_id       | WHO                    | with every turn                              |
 * | role of a person            | P#p#WHO           | unit#role#open_id      | who is responsible here: one query           |
 * | stand-in for an officer     | P#p#WHO           | unit#stand-in#open_id  | read with the roles, until it is over        |
 * | chat                        | CHAT#chat_id      | CHAT                   | one                                          |
 * | chat bound to a programme   | P#p#CHAT          | chat_id                | all: one query, then the chats themselves    |
 * | enterprise                  | P#p#E#code        | ENTERPRISE             | \                                            |
 * | twelve months of figures    | P#p#E#code        | Y#year                 |  > a firm's whole life: one query            |
 * | immutable version           | P#p#E#code        | REV#m#revision         | |                                            |
 * | change of its entry         | P#p#E#code        | STAGE#number           | /                                            |
 * | enterprise, second copy     | P#p#F#district    | t#code                 | firms of a district or township: one query   |
 * | report of a month           | P#p#M#m#t         | R#code                 | a township's month: one query                |
 * | tally of a township         | P#p#M#m           | T#t                    | the city's progress: one query               |
 * | agenda action               | P#p#M#m           | ACT#action             | a month's actions: one query                 |
 * | audit entry                 | P#p#A#m#t         | sequence               | a township's chain: one query                |
 * | registry's chain: its head  | P#p               | REGISTRY               | with every change of a firm's entry          |
 * | entry of the registry's     | P#p#G             | sequence               | the whole chain: one query                   |
 * | part of a numbered snapshot | P#p#S#m#number    | T#t#part               | a whole snapshot: one query                  |
 * | statistics of a snapshot    | P#p#S#m#number    | STATISTICS             | one                                          |
 * | correction asked for        | P#p#C#m           | t#number               | a month's, or a unit's of it: one query      |
 * | what the watch has seen     | P#p               | OPERATIONS             | one, with every tick                         |
 * | inbox mark                  | IN#id             | IN                     | a condition of every turn's commit; expires  |
 * | pending push                | OUT#lane          | not before#id          | what to send next: one query                 |
 * | push planned or finished    | PUSH#id or thread | PUSH                   | was it sent, and as which message?           |
 * | dead letter                 | DEAD              | id                     | all: one query                               |
 * | an officer's pushes         | WHO#open_id       | PUSHES#p#m             | counted against five a month                 |
 * | lease                       | LEASE#name        | LEASE                  | one                                          |
 * | what a restore left unknown | RESTORED          | RESTORED               | one, by whoever begins to send               |
 *
 * Numbers in a sort key are padded, so that their text sorts as they do.
 */
export type Key = { pk: string; sk: string }

const padded = (number: number, digits: number): string => String(number).padStart(digits, '0')

const programmePk = (programme: string): string => `P#${programme}`
const enterprisePk = (programme: string, code: CreditCode): string => `P#${programme}#E#${code}`
const monthPk = (programme: string, month: Month): string => `P#${programme}#M#${month}`
const townshipPk = ({ programme, month, township }: TownshipMonth): string =>
  `P#${programme}#M#${month}#${township}`
const auditPk = ({ programme, month, township }: TownshipMonth): string =>
  `P#${programme}#A#${month}#${township}`
const registryPk = (programme: string): string => `P#${programme}#G`
const snapshotPk = (programme: string, month: Month, number: number): string =>
  `P#${programme}#S#${month}#${number}`
const correctionsPk = (programme: string, month: Month): string => `P#${programme}#C#${month}`
const rosterPk = (programme: string, unit: UnitPath): string => `P#${programme}#F#${parentOf(unit) ?? unit}`
const lanePk = (lane: Lane): string => `OUT#${lane}`
const notBefore = (at: Instant): string => padded(at, 15)

export const key = {
  programme: (programme: string): Key => ({ pk: 'PROGRAMMES', sk: programme }),
  plan: (programme: string): Key => ({ pk: programmePk(programme), sk: 'PLAN' }),
  month: (programme: string, month: Month): Key => ({ pk: programmePk(programme), sk: `MONTH#${month}` }),
  totals: (programme: string, month: Month): Key => ({ pk: programmePk(programme), sk: `TOTALS#${month}` }),
  person: (id: OpenId): Key => ({ pk: `WHO#${id}`, sk: 'WHO' }),
  role: (programme: string, unit: UnitPath, role: Role, id: OpenId): Key => ({
    pk: `P#${programme}#WHO`,
    sk: `${unit}#${role}#${id}`,
  }),
  standIn: (programme: string, unit: UnitPath, id: OpenId): Key => ({
    pk: `P#${programme}#WHO`,
    sk: `${unit}#stand-in#${id}`,
  }),
  chat: (id: ChatId): Key => ({ pk: `CHAT#${id}`, sk: 'CHAT' }),
  boundChat: (programme: string, id: ChatId): Key => ({ pk: `P#${programme}#CHAT`, sk: id }),
  enterprise: (programme: string, code: CreditCode): Key => ({
    pk: enterprisePk(programme, code),
    sk: 'ENTERPRISE',
  }),
  roster: (programme: string, township: UnitPath, code: CreditCode): Key => ({
    pk: rosterPk(programme, township),
    sk: `${township}#${code}`,
  }),
  year: (programme: string, code: CreditCode, year: number): Key => ({
    pk: enterprisePk(programme, code),
    sk: `Y#${year}`,
  }),
  version: (programme: string, code: CreditCode, month: Month, revision: number): Key => ({
    pk: enterprisePk(programme, code),
    sk: `REV#${month}#${padded(revision, 6)}`,
  }),
  stage: (programme: string, code: CreditCode, number: number): Key => ({
    pk: enterprisePk(programme, code),
    sk: `STAGE#${padded(number, 6)}`,
  }),
  report: (of: TownshipMonth, code: CreditCode): Key => ({ pk: townshipPk(of), sk: `R#${code}` }),
  tally: ({ programme, month, township }: TownshipMonth): Key => ({
    pk: monthPk(programme, month),
    sk: `T#${township}`,
  }),
  action: (programme: string, month: Month, action: string): Key => ({
    pk: monthPk(programme, month),
    sk: `ACT#${action}`,
  }),
  audit: (of: TownshipMonth, sequence: number): Key => ({ pk: auditPk(of), sk: padded(sequence, 8) }),
  registry: (programme: string): Key => ({ pk: programmePk(programme), sk: 'REGISTRY' }),
  registryEntry: (programme: string, sequence: number): Key => ({
    pk: registryPk(programme),
    sk: padded(sequence, 8),
  }),
  snapshot: ({ programme, month, township }: TownshipMonth, number: number, part: number): Key => ({
    pk: snapshotPk(programme, month, number),
    sk: `T#${township}#${padded(part, 4)}`,
  }),
  statistics: (programme: string, month: Month, number: number): Key => ({
    pk: snapshotPk(programme, month, number),
    sk: 'STATISTICS',
  }),
  correction: (of: TownshipMonth, number: number): Key => ({
    pk: correctionsPk(of.programme, of.month),
    sk: `${of.township}#${padded(number, 8)}`,
  }),
  operations: (programme: string): Key => ({ pk: programmePk(programme), sk: 'OPERATIONS' }),
  mark: (id: string): Key => ({ pk: `IN#${id}`, sk: 'IN' }),
  pending: (lane: Lane, at: Instant, id: string): Key => ({ pk: lanePk(lane), sk: `${notBefore(at)}#${id}` }),
  push: (id: string): Key => ({ pk: `PUSH#${id}`, sk: 'PUSH' }),
  dead: (id: string): Key => ({ pk: 'DEAD', sk: id }),
  allowance: (programme: string, month: Month, person: OpenId): Key => ({
    pk: `WHO#${person}`,
    sk: `PUSHES#${programme}#${month}`,
  }),
  lease: (name: string): Key => ({ pk: `LEASE#${name}`, sk: 'LEASE' }),
  lostSpan: (): Key => ({ pk: 'RESTORED', sk: 'RESTORED' }),
}

/** Some neighbouring items of one partition: what a query reads. */
export type Range = { pk: string; where?: string; a?: string; b?: string }

const startingWith = (pk: string, a: string): Range => ({ pk, where: 'begins_with(sk, :a)', a })
const between = (pk: string, a: string, b: string): Range => ({ pk, where: 'sk BETWEEN :a AND :b', a, b })
const above = (pk: string, a: string): Range => ({ pk, where: 'sk > :a', a })
const below = (pk: string, a: string): Range => ({ pk, where: 'sk < :a', a })

export const range = {
  programmes: (): Range => ({ pk: 'PROGRAMMES' }),
  months: (programme: string): Range => startingWith(programmePk(programme), 'MONTH#'),
  totals: (programme: string, from: Month, to: Month): Range =>
    between(programmePk(programme), `TOTALS#${from}`, `TOTALS#${to}`),
  people: (programme: string): Range => ({ pk: `P#${programme}#WHO` }),
  peopleOf: (programme: string, unit: UnitPath): Range => startingWith(`P#${programme}#WHO`, `${unit}#`),
  boundChats: (programme: string): Range => ({ pk: `P#${programme}#CHAT` }),
  enterprise: (programme: string, code: CreditCode): Range => ({ pk: enterprisePk(programme, code) }),
  district: (programme: string, district: UnitPath): Range => ({ pk: `P#${programme}#F#${district}` }),
  township: (programme: string, township: UnitPath): Range =>
    startingWith(rosterPk(programme, township), `${township}#`),
  reports: (of: TownshipMonth): Range => ({ pk: townshipPk(of) }),
  reportsAfter: (of: TownshipMonth, code: CreditCode): Range => above(townshipPk(of), `R#${code}`),
  reportsBefore: (of: TownshipMonth, code: CreditCode): Range => below(townshipPk(of), `R#${code}`),
  tallies: (programme: string, month: Month): Range => startingWith(monthPk(programme, month), 'T#'),
  actions: (programme: string, month: Month): Range => startingWith(monthPk(programme, month), 'ACT#'),
  audit: (of: TownshipMonth): Range => ({ pk: auditPk(of) }),
  auditAfter: (of: TownshipMonth, sequence: number): Range => above(auditPk(of), padded(sequence, 8)),
  registryAfter: (programme: string, sequence: number): Range =>
    above(registryPk(programme), padded(sequence, 8)),
  stages: (programme: string, code: CreditCode): Range =>
    startingWith(enterprisePk(programme, code), 'STAGE#'),
  versions: (programme: string, month: Month, code: CreditCode): Range =>
    startingWith(enterprisePk(programme, code), `REV#${month}#`),
  snapshotPart: (of: TownshipMonth, number: number): Range =>
    startingWith(snapshotPk(of.programme, of.month, number), `T#${of.township}#`),
  snapshot: (programme: string, month: Month, number: number): Range =>
    startingWith(snapshotPk(programme, month, number), 'T#'),
  corrections: (programme: string, month: Month, scope: UnitPath): Range =>
    startingWith(correctionsPk(programme, month), `${scope}${levelOf(scope) === 'township' ? '#' : '/'}`),
  lane: (lane: Lane): Range => ({ pk: lanePk(lane) }),
  laneUntil: (lane: Lane, at: Instant): Range => below(lanePk(lane), notBefore(at + 1)),
  dead: (): Range => ({ pk: 'DEAD' }),
}
