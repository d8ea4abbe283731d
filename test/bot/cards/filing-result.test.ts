import { describe, expect, it } from 'vitest'
import { filingResult, type Outcome } from '../../../bot/cards/filing-result.ts'
import { filingToken } from '../../../bot/flows/filing-token.ts'
import { Figures } from '../../../shared/domain/figures.ts'
import type { Report } from '../../../shared/domain/report.ts'
import { judgeStored } from '../../../shared/domain/rules/judge.ts'
import { foldReports } from '../../../shared/domain/tally.ts'
import type { FirmResult } from '../../../shared/usecases/record-figures.ts'
import { aReport, now, officer, programme, tally } from '../fullest/month.ts'
import { buttonsOf, nodesOf, textsOf } from '../said-of.ts'

const answer = { on: 'sales', reason: '其他', text: '核实无误，数据属实' }
const firm = (some: Partial<Report>): Report => ({ ...aReport(1, some), name: '某某机械' })
const whole = firm({ state: 'submitted' })
const part: Report = {
  ...firm({ state: 'partial', figures: Figures.parse({ power: 31_000 }) }),
  questions: [],
}

const stored = (report: Report, more: object = {}): FirmResult => ({
  is: 'stored',
  report,
  findings: judgeStored(programme, report),
  typed: { code: report.code, figures: {} },
  ...more,
})
const contested: FirmResult = {
  is: 'superseded',
  report: { ...whole, figures: Figures.parse({ ...whole.figures, sales: 1_523_000, staff: 450_000 }) },
  mine: Figures.parse({ ...whole.figures, sales: 1_532_000, staff: 450_000 }),
  typed: { code: whole.code, figures: { sales: '153.2' } },
}
const drawn = (results: readonly FirmResult[], more: Partial<Outcome> = {}) => {
  const reports = results.flatMap((result) => ('report' in result ? [result.report] : []))
  const state = { ...tally, codes: reports.map(({ code }) => code), seen: 1 }
  const outcome = {
    programme,
    townshipName: '金沙街道',
    tally: { ...tally, counts: foldReports(reports, tally.due) },
    results,
    names: new Map([[officer.id, '王敏']]),
    by: '张建国',
    at: now,
    nextUp: [],
    ...more,
  }
  return filingResult(outcome, filingToken(state))
}

describe('two officers with different figures', () => {
  const card = drawn([contested])

  it('read both with names and units, one under the other, and only what differs', () => {
    expect(textsOf(card).join('\n')).toContain(
      '王敏 1月24日 15:42 报的：销售 152.30 万元\n您填的：销售 153.20 万元',
    )
  })

  it('choose between the two, with no third button that sends', () => {
    expect(buttonsOf(card).slice(0, 3)).toEqual(['用我填的', '保留同事报的', '先放着'])
    expect(nodesOf(card).filter(({ type }) => type === 'primary')).toEqual([])
  })

  it('read no advice about a button that is not there', () => {
    const said = textsOf(card).join('\n')
    expect(said).toContain('以同事报的数为准')
    expect(said).not.toContain('改好后提交')
  })

  it('get no receipt for what was not taken', () => {
    expect(JSON.stringify(card)).not.toContain('回执')
  })
})

describe('a page of one figure', () => {
  const card = drawn([stored(part), stored({ ...part, code: aReport(2).code })], { indicator: 'power' })

  it('is stored, and the title does not count what is not whole as filed', () => {
    expect(card.header.title.content).toBe('已存 2 户（未报齐）')
  })

  it('says once, for all its firms, what it did not ask', () => {
    const said = textsOf(card).join('\n')
    expect(said).toContain('其中 2 户还差销售、税收、用工')
    expect(said).not.toContain('还缺')
  })

  it('says it firm by firm where all figures were asked', () => {
    expect(textsOf(drawn([stored(part)])).join('\n')).toContain(
      '1 某某机械：已先存下，还缺：销售、税收、用工。',
    )
  })
})

describe('an explanation that is none', () => {
  const card = drawn([
    stored(whole, {
      typed: { code: whole.code, figures: {}, answers: [answer] },
      explanation: 'stock-phrase',
    }),
  ])

  it('is refused in red above its own reason and words, and nowhere else', () => {
    const parts = nodesOf(card).filter(({ tag }) =>
      ['markdown', 'input', 'select_static'].includes(String(tag)),
    )
    const at = parts.findIndex(({ content }) => String(content).includes('“核实无误”看不出原因'))
    expect(parts[at]?.content).toContain("<font color='red'>")
    expect(parts.slice(at + 1, at + 3).map(({ name }) => name)).toEqual([
      `why_sales_${whole.code}`,
      `say_sales_${whole.code}`,
    ])
    expect(textsOf(card).filter((said) => said.includes("color='red'"))).toHaveLength(1)
  })

  it('is asked for once: its firm stands open above', () => {
    expect(buttonsOf(card).some((words) => words.startsWith('补说明'))).toBe(false)
  })
})

describe('the title, the button and what is sent', () => {
  const other = (no: number, some: Partial<Report> = {}): Report => ({
    ...whole,
    code: aReport(no).code,
    no,
    ...some,
  })
  const refused: FirmResult = {
    is: 'refused',
    report: other(2),
    findings: [
      {
        rule: 'unreadable',
        kind: 'unreadable',
        severity: 'refuse',
        on: 'sales',
        facts: { why: 'not-a-number' },
      },
    ],
    typed: { code: other(2).code, figures: { sales: '一百五' } },
  }
  const same: FirmResult = { ...stored(other(3)), is: 'same' } as FirmResult
  const clean = stored(other(4, { questions: [] }))
  const sent = (card: object): unknown[] =>
    nodesOf(card).flatMap(({ step, state }) =>
      step === 'submit' ? [(state as { codes: unknown[] }).codes] : [],
    )

  it('count the same firms', () => {
    const card = drawn([stored(whole), clean, refused, same])
    expect(card.header.title.content).toBe(
      '已收 2 户，其中 1 户请补一句说明，另 1 户请补一句说明，1 户请改一下',
    )
    expect(buttonsOf(card)).toContain('提交这 3 户')
    expect(sent(card)).toEqual([[refused.report.code, whole.code, other(3).code]])
  })

  it('say 其中 only of what was received', () => {
    expect(drawn([clean, same]).header.title.content).toBe('已收 1 户，1 户请补一句说明')
    expect(drawn([clean, contested]).header.title.content).toBe('已收 1 户，1 户与同事报的不同')
  })

  it('send only explanations where nothing was refused', () => {
    expect(buttonsOf(drawn([stored(whole)]))[0]).toBe('提交说明')
  })

  it('come with a number of their own only where something was stored', () => {
    const numbered = (results: readonly FirmResult[]) =>
      JSON.stringify(drawn(results).header).includes('回执')
    const emptied: FirmResult = { is: 'untouched', report: whole, kept: ['sales'] }
    expect([[clean], [clean, refused], [refused, same]].map(numbered)).toEqual([true, true, false])
    expect([[same], [emptied], [emptied, clean]].map(numbered)).toEqual([false, false, true])
  })

  it('are a whole sentence after a second tap, and where nothing was changed', () => {
    const again = { ...stored(other(4, { questions: [] })), is: 'same' } as FirmResult
    expect(drawn([again]).header.title.content).toBe('这 1 户已经收到过，数没有变')
    expect(drawn([]).header.title.content).toBe('12月数据没有改动')
  })
})

describe('a firm that was sent back and has other questions too', () => {
  it('has one input for each figure, as Feishu takes a name only once in a form', () => {
    const returned: Report = {
      ...whole,
      state: 'returned',
      questions: [...whole.questions, { rule: 'returned', on: 'returned' }],
      returned: { by: officer.id, at: now, reason: '与去年相差较大' },
    }
    const card = drawn([{ ...stored(returned), is: 'same' } as FirmResult])
    const names = nodesOf(card).flatMap(({ tag, name }) => (tag === 'input' ? [String(name)] : []))
    expect(whole.questions.length).toBeGreaterThan(0)
    expect(names).toHaveLength(new Set(names).size)
    for (const id of ['sales', 'tax', 'power', 'staff']) expect(names).toContain(`${id}_${whole.code}`)
  })
})

describe('the words on a locked screen', () => {
  const summary = (report: Report) => drawn([stored(report)]).config.summary.content

  it.each<[string, Report]>([
    ['12月数据待填', part],
    ['12月数据待说明', whole],
    ['12月数据已报齐', { ...whole, questions: [] }],
  ])('%s', (words, report) => {
    expect(summary(report)).toBe(words)
  })
})
