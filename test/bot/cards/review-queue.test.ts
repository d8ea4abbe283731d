import { describe, expect, it } from 'vitest'
import { bytesOf, countTags } from '../../../bot/cards/kit.ts'
import { reviewQueue } from '../../../bot/cards/review-queue.ts'
import type { Report } from '../../../shared/domain/report.ts'
import { aReport, district, explained, month, plan, tallyOf, townships } from '../fullest/month.ts'
import { nodesOf, textsOf } from '../said-of.ts'

/** Four hundred findings in eight townships, the last firm of each the largest. */
const months = townships.slice(0, 8).map((township, place) => {
  const reports = Array.from({ length: 50 }, (_, index): Report => {
    const report = explained(aReport(index + 1))
    const sales = ((index + 1) * 10_000_000 + place) as NonNullable<Report['figures'][string]>
    return { ...report, township, figures: { ...report.figures, sales, tax: sales, power: sales } }
  })
  return { tally: tallyOf(township, reports), reports }
})
const page = (from: number) => {
  const card = reviewQueue(plan, { month, district, months, from })
  if (card === undefined) throw new Error('four hundred findings')
  return card
}
const findings = (from: number) => textsOf(page(from)).filter((text) => text.includes('说明：'))

describe('the queue of a district', () => {
  it('has 400 findings in pages that Feishu takes, each finding once', () => {
    const seen: string[] = []
    for (let from = 0; from < 400; from = seen.length) {
      const card = page(from)
      expect(bytesOf(card)).toBeLessThanOrEqual(30_000)
      expect(countTags(card)).toBeLessThanOrEqual(180)
      seen.push(...findings(from))
      const next = nodesOf(card).some(({ name }) => name === 'further')
      expect(next).toBe(seen.length < 400)
    }
    expect(seen).toHaveLength(400)
    expect(new Set(seen).size).toBe(400)
  })

  it('begins with what moves the district most, whichever township it is of', () => {
    const first = findings(0).slice(0, 8)
    expect(first.every((text) => text.includes('**50 '))).toBe(true)
    expect(new Set(first.map((text) => text.split('　')[0])).size).toBe(8)
  })

  it('leaves out what nobody has to look at', () => {
    const clean = months.map((one) => ({
      ...one,
      reports: one.reports.map((report) => ({ ...report, questions: [] })),
    }))
    expect(reviewQueue(plan, { month, district, months: clean, from: 0 })).toBeUndefined()
  })
})
