import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { footer } from '../../bot/cards/footer.ts'
import { dispatch } from '../../bot/dispatch.ts'
import { renderPush } from '../../bot/notices/index.ts'
import { markedImport } from '../../bot/works/import-marked.ts'
import { printedSheet } from '../../bot/works/print-rows.ts'
import { markedSheets } from '../../bot/works/workbook-marked.ts'
import { Day, type Instant, instantOf } from '../../shared/domain/instant.ts'
import { asksAt } from '../../shared/domain/programme.ts'
import { natureOf } from '../../shared/domain/table/template.ts'
import type { Plan, Ports } from '../../shared/ports.ts'
import { everyCard } from './every-card.ts'
import { month, now, plan, programme, reports, tally } from './fullest/month.ts'
import { aTownship, filing, people } from './township.ts'

const { form: _, ...unapproved } = programme
const approved = '表号 通工信统〔2023〕1号 · 批准文号 通统制表〔2023〕12号 · 有效期至 2024年12月31日'
const voluntary = '监测数据，非统计定报 · 工作台账，企业自愿提供'
const textsIn = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : Object.values(value ?? {}).flatMap(textsIn)
const last = (card: object): string =>
  textsIn((card as { body: { elements: object[] } }).body.elements.at(-1)).join('')

describe('every card says what kind of data this is', () => {
  it('in its last line: the approval where there is one, else that nobody is obliged', () => {
    expect(textsIn(footer(programme)).join('')).toContain(approved)
    expect(textsIn(footer(unapproved)).join('')).toContain(voluntary)
    for (const { name, card } of everyCard()) expect(last(card), name).toContain(approved)
  })

  it('wherever one is made', () => {
    const files = readdirSync('bot', { recursive: true, encoding: 'utf8' }).filter((file) =>
      /\.ts$/.test(file),
    )
    const sources = files
      .filter((file) => file !== 'cards/kit.ts')
      .map((file) => [file, readFileSync(`bot/${file}`, 'utf8')] as const)
    const count = (text: string, what: RegExp) => [...text.matchAll(what)].length
    const makers = sources.filter(([, text]) => /\bcard\(\{/.test(text))
    expect(makers.length).toBeGreaterThan(25)
    for (const [file, text] of makers)
      expect(count(text, /\bfooter\(/g), file).toBe(count(text, /(?<![\w.])card\(\{/g))
  })
})

describe('an approval that has run out', () => {
  const at = (day: string): Instant => instantOf(Day.parse(day), '10:00')

  it('counts on its last day, and no day longer', () => {
    expect(asksAt(plan, at('2024-12-31')).programme.form).toBeDefined()
    expect(asksAt(plan, at('2025-01-01')).programme.form).toBeUndefined()
    expect(asksAt({ programme: unapproved }, at('2025-01-01'))).toEqual({ programme: unapproved })
  })

  let here: Awaited<ReturnType<typeof aTownship>>
  beforeAll(async () => {
    here = await aTownship(2)
  })
  afterAll(() => here.close())

  /** The same township, whose city asks under an approval until this day. */
  const until = (validUntil: string): Ports => {
    const { store } = here.ports
    const plan = async (id: string): Promise<Plan | undefined> => {
      const stored = await store.plan(id)
      const form = { number: '1', approval: '2', validUntil: Day.parse(validUntil) }
      return stored && { ...stored, programme: { ...stored.programme, form } }
    }
    return { ...here.ports, store: { ...store, plan } }
  }

  it.each([
    ['2023-05-15', '表号 1 · 批准文号 2 · 有效期至 2023年5月15日'],
    ['2023-05-14', '工作台账，企业自愿提供'],
  ])('until %s: %s, on a card that is sent and on one that is pressed', async (day, said) => {
    const ports = until(day)
    await here.say(people.officer, '/帮助')
    const [help] = (await here.pushed()).slice(-1)
    expect(JSON.stringify(help && (await renderPush(ports)(help)))).toContain(said)
    const sequence = (await ports.store.tally(here.of))?.sequence ?? 0
    const { card } = await dispatch(ports, {
      ...{ is: 'press', id: `look-${day}`, at: ports.clock.now(), from: people.officer.id },
      ...{ chat: 'oc_1' as never, message: 'om_1', form: {} },
      value: filing(here.codes, sequence)('home'),
    })
    expect(card && last(card)).toContain(said)
  })
})

describe('every sheet says it above its headings', () => {
  it('with the approval or without', () => {
    expect(natureOf(programme)).toBe(
      '监测数据，非统计定报　表号：通工信统〔2023〕1号　批准文号：通统制表〔2023〕12号　有效期至：2024-12-31',
    )
    expect(natureOf(unapproved)).toBe('监测数据，非统计定报　工作台账，企业自愿提供')
  })

  it('the sheet for the stamp, and those that come back with a column of sentences', () => {
    const about = { programme: unapproved, of: tally, name: '', sequence: 1, reports }
    const { indicators } = unapproved
    const sheets = [
      printedSheet({
        ...{
          plan: { ...plan, programme: unapproved },
          township: '',
          tally,
          reports,
          indicators,
          by: '',
          at: now,
        },
      }),
      markedSheets({ rows: [], say: '' }, about)[0],
      markedImport(
        { rows: [], taken: 0, same: 0, leftOut: 0 },
        { imported: [], month, department: 'tax' },
        unapproved,
      )[0],
    ]
    for (const sheet of sheets)
      expect(sheet?.rows.flat().map(({ value }) => value)).toContain(natureOf(unapproved))
  })

  it('wherever one is made', () => {
    for (const folder of ['bot/works', 'shared/domain/table'])
      for (const file of readdirSync(folder)) {
        const text = readFileSync(`${folder}/${file}`, 'utf8')
        if (/frozen: \{ rows/.test(text)) expect(text, file).toMatch(/natureOf\(/)
      }
  })
})
