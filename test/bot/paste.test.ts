import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { looksLikeFigures } from '../../bot/flows/looks-like-figures.ts'
import { worker } from '../build/works.ts'
import { buttonsOf, nodesOf, textsOf } from './said-of.ts'
import { aTownship, people } from './township.ts'

let here: Awaited<ReturnType<typeof aTownship>>
let city: ReturnType<typeof worker>
beforeEach(async () => {
  here = await aTownship()
  city = worker(here.ports)
})
afterEach(() => here.close())

/** What somebody is told who writes this in the private chat. */
const told = async (text: string, who = people.officer) => {
  city.keep('om_2', { text })
  await here.say(who, text)
  const jobs = await city.jobs()
  await city.doJobs()
  const pushes = await here.pushed()
  const push = pushes.findLast(({ kind }) => /answer|workbook-preview|table-refused/.test(kind))
  const says = push && (await here.render(push))
  return { jobs, push, says, texts: textsOf(says).join('\n'), buttons: buttonsOf(says) }
}

const pressed = async (says: unknown, words: string) => {
  const button = nodesOf(says).find(
    ({ tag, text }) => tag === 'button' && (text as { content: string }).content.startsWith(words),
  )
  const [behaviour] = (button?.behaviors ?? []) as { value: unknown }[]
  await here.press(people.officer, behaviour?.value)
  await city.doJobs()
}

const two = '南通第一试验机械 80.5，7.1，6.2，44\n南通第二试验机械\n81，7.2，6.3，45'

describe('a text with figures', () => {
  it('of two firms is shown first and filed by one press, through what it came on the record', async () => {
    const { says, buttons, texts } = await told(two)
    expect(texts).toContain('新报 2 户')
    expect(buttons.slice(0, 2)).toEqual(['确认提交 2 户', '不提交'])
    await pressed(says, '确认提交')
    const reports = await here.ports.store.reports(here.of)
    expect(reports.map(({ figures }) => figures.sales ?? 0).filter((sales) => sales > 0)).toEqual([
      805_000, 810_000,
    ])
    const vias = (await here.ports.store.audit(here.of)).map(({ via }) => via)
    expect(vias.at(-1)).toBe('paste:om_2')
  })

  it('that is a table with its tabs is read as one', async () => {
    const { texts } = await told('企业名称\t本月销售（万元）\n南通第一试验机械\t80.5')
    expect(texts).toContain('新报 1 户')
  })

  it('shows which number went into which column, and a change with both values', async () => {
    const { says, texts } = await told('南通第一试验机械\t74\t-0.7\t1\t8')
    expect(texts.replaceAll('&#45;', '-')).toContain(
      '第 1 行 南通第一试验机械：新报：销售 74.00 万元，税收 -0.70 万元，用电 1.00 万千瓦时，用工 8 人。',
    )
    await pressed(says, '确认提交')
    const again = await told('南通第一试验机械\t75\t-0.7\t1\t8')
    expect(again.texts).toMatch(/销售 74\.00 → 75\.00 万元/)
    expect(again.texts).not.toContain('税收')
  })

  it('shows the rows to mend before the good ones', async () => {
    const { texts } = await told('南通第一试验机械 80.5，7.1，6.2，44\n没有这家厂 1，2，3，4')
    expect(texts).toContain('新报：销售 80.50 万元')
    expect(texts.indexOf('没有收。')).toBeLessThan(texts.indexOf('新报：'))
  })

  it('that was changed or recalled after it was shown is not filed', async () => {
    const { says } = await told(two)
    city.keep('om_2', { text: two.replace('80.5', '90.5') })
    await pressed(says, '确认提交')
    const reports = await here.ports.store.reports(here.of)
    expect(reports.filter(({ state }) => state !== 'expected')).toEqual([])
  })

  it('of who files nothing is answered as words', async () => {
    const { jobs, push } = await told(two, people.reviewer)
    expect([jobs, push?.kind]).toEqual([[], 'answer'])
  })
})

describe('plain words', () => {
  it.each(['/进度 2023-03', '进度 2023-03', '3月的表在哪里', '你好', '2023年3月15日下午开会'])(
    '%s is answered as ever',
    async (text) => {
      const { push } = await told(text)
      expect(push).toMatchObject({ kind: 'answer', facts: { text } })
    },
  )

  it('cost the worker nothing where no figure can be in them', () => {
    expect(['你好', '/待办 1 2 3', '3月的表在哪里'].filter(looksLikeFigures)).toEqual([])
    expect([two, '甲\t1', '某某公司：12'].filter((text) => !looksLikeFigures(text))).toEqual([])
  })
})
