import { describe, expect, it } from 'vitest'
import { whyWords } from '../../../bot/words/findings.ts'
import { RETURNED } from '../../../shared/domain/report.ts'
import { catalogue } from '../../../shared/domain/rules/catalogue.ts'
import { filingCards } from '../fullest/filing.ts'
import { reports } from '../fullest/month.ts'

describe('为什么问这个', () => {
  it('stands folded under the questions, with the reason of each rule that asked', () => {
    const asked = filingCards().find(({ name }) => name === 'filing-result-questions')
    const said = JSON.stringify(asked?.card)
    expect(said).toContain('为什么问这个')
    const rules = new Set(reports.flatMap(({ questions }) => questions.map(({ rule }) => rule)))
    for (const { id, why } of catalogue) expect(said.includes(why)).toBe(rules.has(id))
  })

  it('is not there when nothing is asked', () => {
    const page = filingCards().find(({ name }) => name === 'filing-page-by-firm')
    expect(JSON.stringify(page?.card)).not.toContain('为什么问这个')
  })

  it.each(catalogue.map(({ id, why }) => [id, why]))('%s has its reason', (id, why) => {
    expect(whyWords([id, id])).toBe(why)
  })

  it('says why a return asks', () => {
    expect(whyWords([RETURNED])).toContain('才算重新报送')
  })
})
