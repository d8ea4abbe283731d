import { describe, expect, it } from 'vitest'
import { reviewCard } from '../../../bot/cards/review-card.ts'
import { reviewToken } from '../../../bot/flows/review-token.ts'
import type { Report } from '../../../shared/domain/report.ts'
import { aReport, programme, reports, tally } from '../fullest/month.ts'
import { nodesOf, textsOf } from '../said-of.ts'

const draw = (some: readonly Report[]) =>
  reviewCard({ programme, townshipName: '金沙街道', tally, reports: some }, reviewToken(tally))
const clean = reports.map((report): Report => ({ ...report, questions: [] }))
const acceptance = (some: readonly Report[]) => nodesOf(draw(some)).find(({ name }) => name === 'accept')

describe('the button that accepts', () => {
  it('says how many where all of them stand on the page', () => {
    expect(acceptance(clean.slice(0, 3))).toMatchObject({ text: { content: '接受清楚的 3 户' } })
    expect(acceptance(clean.slice(0, 3))).not.toHaveProperty('confirm')
  })

  it('says that it takes every page, and asks once more, where they do not', () => {
    expect(acceptance(clean)).toMatchObject({
      text: { content: '接受各页清楚的 150 户' },
      confirm: { text: { content: '清楚的共 150 户，包括本页没有显示的。没有说明的不在内。' } },
    })
  })
})

describe('a firm that stopped', () => {
  it('has its reason, and neither dashes for figures nor a question that nobody will answer', () => {
    const halted: Report = {
      ...aReport(1, { state: 'inactive', condition: 'suspended', note: '5月起停产检修', figures: {} }),
      name: '某某机械',
      questions: [{ rule: 'sales-jump', on: 'sales' }],
    }
    expect(textsOf(draw([halted]))).toContain('**1 某某机械**\n停产：5月起停产检修')
  })
})

describe('a firm with questions', () => {
  it('has its figures by name and unit, and the findings ask nothing of the reviewer', () => {
    const said = textsOf(draw([aReport(1)])).join('\n')
    expect(said).toContain(
      '销售 999,999.9999 万元，税收 999,999.9999 万元，用电 999,999.9999 万千瓦时，用工 999,999 人',
    )
    expect(said).toContain('应税销售本月 999,999.9999 万元，平常月份约 99.48')
    expect(said).toContain('单位可能填错。')
    expect(said).not.toContain('请写明原因')
  })
})
