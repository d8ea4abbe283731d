import type { Programme } from '../../shared/domain/programme.ts'
import { catalogue } from '../../shared/domain/rules/catalogue.ts'
import type { Severity } from '../../shared/domain/rules/rule.ts'
import { rulesWords } from '../words/rules.ts'
import { footer } from './footer.ts'
import { type Card, card, heading, text } from './kit.ts'

/** The rules in force, in groups by what follows from them. */
export const rulesCard = (programme: Programme, groups: readonly Severity[]): Card =>
  card({
    title: rulesWords.title,
    tone: 'blue',
    summary: rulesWords.title,
    parts: [text(rulesWords.intro), ...groups.map((group) => heading(linesOf(group))), footer(programme)],
  })

const linesOf = (group: Severity): string => {
  const rules = catalogue.filter(({ severity }) => severity === group)
  return [
    rulesWords.group(rulesWords.groups[group], rules.length),
    ...rules.map(({ name, why }) => rulesWords.line(name, why)),
  ].join('\n')
}
