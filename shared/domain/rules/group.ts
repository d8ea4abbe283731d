import type { CreditCode } from '../enterprise.ts'
import type { Figures } from '../figures.ts'
import type { UnitPath } from '../unit.ts'
import { catalogue } from './catalogue.ts'
import type { Finding, GroupRule, GroupRuleKind, Rule } from './rule.ts'

/** A firm's month as others are held against it: from a report, or from a snapshot's row. Only figures that count. */
export type Peer = {
  code: CreditCode
  township: UnitPath
  /** GB/T 4754 division. */
  division: string
  figures: Figures
  last?: Figures | undefined
}

/** A finding among several firms: whose months it is about. */
export type GroupFinding = Finding & { codes: CreditCode[] }

export type RuleOf<K extends GroupRuleKind> = Extract<GroupRule, { kind: K }>

/** The rules of one kind, in the order of the catalogue. */
export const rulesOf = <K extends GroupRuleKind>(kind: K): RuleOf<K>[] =>
  catalogue.filter((rule: Rule): rule is RuleOf<K> => rule.kind === kind)

export const findingOf = (
  { id, kind, severity, on }: GroupRule,
  codes: CreditCode[],
  facts: Finding['facts'],
): GroupFinding => ({ rule: id, kind, severity, on, codes, facts })
