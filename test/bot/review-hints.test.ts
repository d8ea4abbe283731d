import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reviewHintsCard } from '../../bot/cards/review-hints.ts'
import { hintsToken } from '../../bot/flows/hints-token.ts'
import { reviewToken } from '../../bot/flows/review-token.ts'
import { SCALE } from '../../shared/domain/amount.ts'
import { Figures } from '../../shared/domain/figures.ts'
import { aReport, plan, programme, tally } from './fullest/month.ts'
import { buttonsOf, textsOf } from './said-of.ts'
import { aTownship, filing, people, typed } from './township.ts'

let here: Awaited<ReturnType<typeof aTownship>>
beforeAll(async () => {
  here = await aTownship(2)
  const figures = { sales: '80.5', tax: '7.1', power: '6.2', staff: '44' }
  const form = Object.assign({}, ...here.codes.map((code) => typed(code, figures)))
  await here.press(people.officer, filing(here.codes, 1)('submit'), form)
})
afterAll(() => here.close())

describe('数字提示', () => {
  it('is a press away from the review card, and leads back', async () => {
    const review = await here.press(people.reviewer, reviewToken({ ...here.of, sequence: 2 })('show'))
    expect(buttonsOf(review)).toContain('看数字提示')
    const hints = await here.press(people.reviewer, hintsToken(here.of))
    expect(buttonsOf(hints)).toEqual(['回审核卡'])
  })

  it('says what the figures show side by side, and asks nobody', async () => {
    const before = (await here.pushed()).length
    const said = textsOf(await here.press(people.reviewer, hintsToken(here.of))).join('\n')
    expect(said).toContain(
      '2 户企业有两项以上的数完全相同，其中应税销售 80.50 万元。可能填串了行。序号 1、2。',
    )
    expect((await here.pushed()).length).toBe(before)
    const reports = await here.ports.store.reports(here.of)
    expect(reports.flatMap(({ questions }) => questions)).toEqual([])
  })

  it.each(['officer', 'neighbour', 'city', 'leader'] as const)('is not shown to the %s', async (who) => {
    const said = JSON.stringify(await here.press(people[who], hintsToken(here.of)))
    expect(said).toContain('不在您的权限内')
    expect(said).not.toContain('80.50')
  })

  it('comes in pages where a township has more firms than a card takes', () => {
    const figures = Figures.parse({ sales: 25 * SCALE })
    const reference = { last: Figures.parse({ sales: 150 * SCALE }), logMedian: 5, logMad: 0.2, months: 24 }
    const firms = Array.from({ length: 400 }, (_, no) => {
      const report = aReport((no % 150) + 1, { figures, reference, no: no + 1 })
      const facts = { value: 25 * SCALE, last: 150 * SCALE, median: 148 * SCALE, slip: 'lost' }
      const hint = {
        rule: 'digit-lost-perhaps',
        kind: 'digit-slip',
        severity: 'hint',
        on: 'sales',
        facts,
      } as const
      return { report, hints: [hint] }
    })
    const pages: string[] = []
    for (let from = 0; from < 400 && pages.length < 400; ) {
      const card = reviewHintsCard({
        ...{ programme, townshipName: plan.units[0]?.name ?? '', tally, from },
        pointedOut: { firms, township: [] },
      })
      expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThanOrEqual(30_000)
      const shown = textsOf(card).filter((text) => /^\*\*\d+ /.test(text))
      pages.push(...shown)
      from += shown.length
    }
    expect(new Set(pages).size).toBe(400)
  })

  it('does not say again what the officer was asked in the same numbers', () => {
    const report = aReport(1)
    const hint = { rule: 'digit-lost-perhaps', kind: 'digit-slip', severity: 'hint', on: 'sales' } as const
    const card = reviewHintsCard({
      ...{ programme, townshipName: '金沙街道', tally },
      pointedOut: { firms: [{ report, hints: [{ ...hint, facts: {} }] }], township: [] },
    })
    expect(textsOf(card).join('\n')).toContain('没有要提示的')
  })
})
