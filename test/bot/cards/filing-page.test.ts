import { describe, expect, it } from 'vitest'
import { filingPage } from '../../../bot/cards/filing-page.ts'
import { returnedCard } from '../../../bot/cards/returned.ts'
import { filingToken } from '../../../bot/flows/filing-token.ts'
import type { Report } from '../../../shared/domain/report.ts'
import { foldReports } from '../../../shared/domain/tally.ts'
import { plan, programme, reports, tally } from '../fullest/month.ts'
import { waiting } from '../fullest/townships.ts'
import { buttonsOf, nodesOf, textsOf } from '../said-of.ts'

/** Of six firms, those of `shown`, with the first `open` of the six not filed. */
const page = (shown: [number, number], open: number, filed?: true) => {
  const six = reports.slice(0, 6).map(
    (report, index): Report => ({
      ...report,
      state: index < open ? 'expected' : 'submitted',
    }),
  )
  const some = six.slice(...shown)
  const state = { ...tally, codes: some.map(({ code }) => code), seen: 1, ...(filed && { filed }) }
  const counted = { ...tally, counts: foldReports(six, tally.due) }
  return buttonsOf(
    filingPage(
      { programme, townshipName: '金沙街道', tally: counted, reports: some, state, at: tally.due },
      filingToken(state),
    ),
  )
}
const next = '存着，下一页'
const previous = '上一页'

describe('from one page to the others', () => {
  it.each<[string, [number, number], number, true | undefined, boolean[]]>([
    ['all open firms on the first page', [0, 5], 5, undefined, [false, false]],
    ['a sixth open firm', [0, 5], 6, undefined, [true, false]],
    ['the last open firm on the second page', [5, 6], 0, undefined, [false, true]],
    ['a look back while others are open', [3, 6], 2, undefined, [true, true]],
    ['all filed firms on the page', [0, 6], 0, true, [false, false]],
    ['a filed firm beyond it', [0, 5], 0, true, [true, false]],
  ])('%s', (_, shown, open, filed, [on, back]) => {
    const buttons = page(shown, open, filed)
    expect([buttons.includes(next), buttons.includes(previous)]).toEqual([on, back])
  })
})

describe('the heading of a page', () => {
  it.each<[number[], string]>([
    [[1, 2, 3, 4, 5], '第 1—5 户。'],
    [[2, 3, 4, 5, 7], '第 2—5、7 户。'],
    [[9, 2, 4, 5], '第 2、4—5、9 户。'],
    [[150], '第 150 户。'],
  ])('of the firms %j says %s', (numbers, words) => {
    const some = numbers.map((no) => ({ ...reports[no - 1], no }) as Report)
    const state = { ...tally, codes: some.map(({ code }) => code), seen: 1 }
    const card = filingPage(
      { programme, townshipName: '金沙街道', tally, reports: some, state, at: tally.due },
      filingToken(state),
    )
    expect(textsOf(card)[0]).toContain(words)
  })
})

describe('a firm that was sent back', () => {
  const [report] = waiting
  if (report === undefined) throw new Error('150 firms')
  const state = { ...tally, codes: [report.code], seen: 1 }
  const place = { programme, townshipName: '金沙街道', tally }

  it.each([
    ['its page', filingPage({ ...place, reports: [report], state, at: tally.due }, filingToken(state))],
    ['the card of the return', returnedCard(plan, tally, [report])],
  ])('has the reason under its name, above its inputs, on %s', (_, card) => {
    const parts = nodesOf(card).filter(({ tag }) => tag === 'markdown' || tag === 'input')
    const named = parts.findIndex(({ content }) => /^\*\*1 .*\n.* 退回，原因：/.test(String(content)))
    expect(parts[named + 1]?.tag).toBe('input')
    expect(textsOf(card).filter((said) => said.includes('退回，原因'))).toHaveLength(1)
  })

  it('shows the figures to correct before it asks why they stay, the firm whose reason is a new one first', () => {
    const [other, again] = waiting
    const card = returnedCard(plan, tally, waiting.slice(0, 2), again?.code)
    const inputs = nodesOf(card).flatMap(({ tag, name }) => (tag === 'input' ? [String(name)] : []))
    expect(inputs[0]).toBe(`sales_${again?.code}`)
    expect(inputs.indexOf(`say_returned_${again?.code}`)).toBeLessThan(inputs.indexOf(`sales_${other?.code}`))
    expect(inputs).toContain(`say_returned_${other?.code}`)
    expect(textsOf(card)[0]).toMatch(/^试?.*又退回了一次/)
  })
})
