import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { filingPage } from '../../bot/cards/filing-page.ts'
import { filingToken } from '../../bot/flows/filing-token.ts'
import { figureOf } from '../../bot/words/filing.ts'
import { Figures } from '../../shared/domain/figures.ts'
import { aReport, programme, tally } from './fullest/month.ts'
import { inputsOf } from './inputs-of.ts'
import { aTownship, filing, people, typed } from './township.ts'

let here: Awaited<ReturnType<typeof aTownship>>
beforeAll(async () => {
  here = await aTownship(5)
})
afterAll(() => here.close())

const ids = programme.indicators.map(({ id }) => id)
const amount = fc.integer({ min: 1, max: 9_999_999 })
const some = fc
  .dictionary(fc.constantFrom(...ids), amount, { maxKeys: 4 })
  .map((figures) => Figures.parse(figures))

describe('a figure in an input', () => {
  it('is one that was reported for this very month, whatever the months before say', () => {
    fc.assert(
      fc.property(
        some,
        some,
        some,
        fc.constantFrom(undefined, ...ids),
        (figures, last, lastYear, indicator) => {
          const report = aReport(1, { figures, reference: { last, lastYear } })
          const state = { ...tally, codes: [report.code], seen: 1, ...(indicator && { indicator }) }
          const page = filingPage(
            { programme, townshipName: '金沙街道', tally, reports: [report], state, at: tally.due },
            filingToken(state),
          )
          for (const { name, value } of inputsOf(page)) {
            const [id = ''] = name.split('_')
            const decimals = programme.indicators.find((one) => one.id === id)?.decimals ?? 0
            expect(value).toBe(figures[id] === undefined ? undefined : figureOf(figures, id, decimals))
          }
        },
      ),
    )
  })

  const words = fc.constantFrom('', '80.5', '一百五', '-3', '31,000', '1e5', '无', '７', '12.55555')
  const page = fc.array(fc.record(Object.fromEntries(ids.map((id) => [id, words]))), {
    minLength: 5,
    maxLength: 5,
  })
  const step = fc.constantFrom('submit', 'next', 'previous', 'view', 'rest', 'filed', 'explain')

  it('is what this person typed, or what the township filed, after any press', async () => {
    await fc.assert(
      fc.asyncProperty(page, step, async (firms, pressed) => {
        const tallied = await here.ports.store.tally(here.of)
        const form = Object.assign(
          {},
          ...firms.map((figures, index) => typed(here.codes[index] ?? '', figures)),
        )
        const token = filing(here.codes, tallied?.sequence ?? 0)
        const { card } = await here.press(people.officer, token(pressed), form)
        const stored = await here.ports.store.reports(here.of)
        for (const { name, value } of inputsOf(card)) {
          if (value === undefined) continue
          const [id = '', code = ''] = name.split('_')
          const decimals = programme.indicators.find((one) => one.id === id)?.decimals ?? 0
          const filed = stored.find((report) => report.code === code)?.figures
          expect([form[name], figureOf(filed, id, decimals)]).toContain(value)
        }
      }),
      { numRuns: 40 },
    )
  })
})
