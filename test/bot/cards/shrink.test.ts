import { describe, expect, it } from 'vitest'
import { conditionChoice } from '../../../bot/cards/condition.ts'
import { filingHome } from '../../../bot/cards/filing-home.ts'
import { FIRMS_BY_FIRM, filingPage } from '../../../bot/cards/filing-page.ts'
import { roomFor } from '../../../bot/cards/filing-room.ts'
import { bytesOf, type Card, countTags } from '../../../bot/cards/kit.ts'
import { checkCard } from '../../../bot/cards/limits.ts'
import { reviewCard } from '../../../bot/cards/review-card.ts'
import { reviewList } from '../../../bot/cards/review-list.ts'
import { filingToken } from '../../../bot/flows/filing-token.ts'
import { reviewToken } from '../../../bot/flows/review-token.ts'
import { Indicator } from '../../../shared/domain/programme.ts'
import { UnitPath } from '../../../shared/domain/unit.ts'
import { filingCards } from '../fullest/filing.ts'
import { explained, FIRMS, plan, programme, reports, tally, tallyOf } from '../fullest/month.ts'
import { tallies } from '../fullest/townships.ts'
import { inputsOf } from '../inputs-of.ts'

const withIndicators = (count: number) => ({
  ...programme,
  indicators: Array.from({ length: count }, (_, index) =>
    Indicator.parse({ ...programme.indicators[0], id: `figure${index}`, name: `第${index}项指标` }),
  ),
})
const state = { ...tally, codes: [], seen: 1 }

const optionsOf = (card: Card): string[] =>
  [...JSON.stringify(card).matchAll(/"value":"([0-9A-Z]{18})"/g)].map(([, code = '']) => code)
const buttonOf = (card: Card, name: string) =>
  JSON.parse(
    JSON.stringify(card).match(new RegExp(`"name":"${name}".*?"value":(\\{.*?\\}\\})`))?.[1] ?? 'null',
  )

describe('a page of firms', () => {
  it.each([
    [4, FIRMS_BY_FIRM],
    [6, 5],
    [8, 4],
    [12, 3],
    [30, 1],
  ])('with %i figures a firm takes %i firms', (figures, firms) => {
    const page = { programme: withIndicators(figures), townshipName: '金沙街道', tally }
    const shown = reports.slice(0, FIRMS_BY_FIRM).map((report) => ({ ...report, figures: {}, questions: [] }))
    expect(roomFor(page, shown, filingToken(state))).toBe(firms)
    const drawn = filingPage(
      { ...page, reports: shown.slice(0, firms), state, at: tally.closes },
      filingToken(state),
    )
    expect(checkCard(drawn)).toBeUndefined()
  })

  it('with 150 firms to explain shows as many as fit, whole firms with their figure, reason and words', () => {
    const all = filingCards().find(({ name }) => name === 'filing-result-all-questions')?.card
    const words = inputsOf(all).filter(({ name }) => name.startsWith('say_'))
    expect(words.length).toBeGreaterThan(8)
    expect(words.length).toBeLessThan(FIRMS)
    expect(all && countTags(all)).toBeGreaterThan(150)
    expect(checkCard(all)).toBeUndefined()
  })
})

describe('the review of 150 firms', () => {
  it('shows every firm once on the way through its pages, each page within the limits', () => {
    const seen: string[] = []
    let from: number | undefined = 0
    while (from !== undefined) {
      const card: Card = reviewCard(
        { programme, townshipName: '金沙街道', tally, reports: reports.map(explained), from },
        reviewToken(tally),
      )
      expect(checkCard(card)).toBeUndefined()
      seen.push(...optionsOf(card))
      from = buttonOf(card, 'further')?.state.from
    }
    expect(seen.toSorted()).toEqual(reports.map(({ code }) => code).toSorted())
  })

  it('begins again at the first page when the page that it stood on is no more', () => {
    const few = reports.slice(0, 3)
    const card = reviewCard(
      { programme, townshipName: '金沙街道', tally, reports: few, from: 90 },
      reviewToken(tally),
    )
    expect(optionsOf(card)).toEqual(few.map(({ code }) => code))
  })
})

describe('a hundred townships', () => {
  const hundred = Array.from({ length: 100 }, (_, index) =>
    tallyOf(UnitPath.parse(`nt/tongzhou/3206129${String(index).padStart(2, '0')}`)),
  )

  it('are too many buttons for one card, so the first ones stand there and the rest is said', () => {
    const card = reviewList(plan, hundred)
    expect(checkCard(card)).toBeUndefined()
    expect(JSON.stringify(card)).toMatch(/另有 \d+ 个单位/)
  })

  it('are too many for an officer’s card too, which begins with those that still owe', () => {
    const [done] = hundred
    if (done === undefined) throw new Error('a hundred')
    const card = filingHome({ plan, tallies: [done, ...tallies], shared: new Map(), at: tally.due })
    expect(checkCard(card)).toBeUndefined()
    expect(JSON.stringify(card)).toContain('改被退回的（150 户）')
    expect(JSON.stringify(card)).not.toContain(done.township)
    expect(bytesOf(card)).toBeLessThan(28 * 1024)
  })
})

describe('the list of 150 firms to choose from', () => {
  it('comes a hundred at a time, and around', () => {
    const token = (step: string, patch = {}) => ({ flow: 'change-condition', version: 1, step, state: patch })
    const back = token('rest')
    const first = conditionChoice(plan, tally, { reports, from: 0 }, { token, back })
    const second = conditionChoice(plan, tally, { reports, from: 100 }, { token, back })
    expect([...optionsOf(first), ...optionsOf(second)]).toEqual(reports.map(({ code }) => code))
    expect([buttonOf(first, 'choose')?.state, buttonOf(second, 'choose')?.state]).toEqual([
      { from: 100 },
      { from: 0 },
    ])
  })
})
