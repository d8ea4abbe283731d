import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { textsOf } from './said-of.ts'
import { aTownship, clean, filing, people, typed } from './township.ts'

let here: Awaited<ReturnType<typeof aTownship>>
beforeAll(async () => {
  here = await aTownship(3)
  await here.press(people.officer, filing(here.codes, 1)('submit'), typed(here.codes[0] ?? '', clean))
})
afterAll(() => here.close())

const sequence = async () => (await here.ports.store.tally(here.of))?.sequence ?? 0
const shown = () => here.codes.slice(0, 1)
const [said, unchanged] = ['销售留空的按原来的 80.50 万元算，没有改；确实没有请填 0', '已经收到过，没有变化']
const emptied = () => typed(shown()[0] ?? '', { ...clean, sales: '' })

describe('a filed figure whose input is emptied', () => {
  it.each(['submit', 'next'])(
    'stays, and the card after %s names the firm, the figure and what to do',
    async (step) => {
      const before = await sequence()
      const { card } = await here.press(people.officer, filing(shown(), before)(step), emptied())
      const name = (await here.ports.store.report(here.of, shown()[0] as never))?.name
      expect(card?.header.title.content).toBe('1 户有留空的，仍按原来的数')
      expect(textsOf(card).join('\n')).toContain(`1 ${name}：${said}`)
      expect(textsOf(card).join('\n')).not.toContain(unchanged)
      expect(await sequence()).toBe(before)
    },
  )

  it('is said of a page that is emptied whole, too', async () => {
    const blank = { sales: '', tax: ' ', power: '', staff: '' }
    const form = typed(shown()[0] ?? '', blank)
    const { card } = await here.press(people.officer, filing(shown(), await sequence())('submit'), form)
    expect(textsOf(card).join('\n')).toContain('税收留空的按原来的 7.10 万元算')
    expect(textsOf(card).join('\n')).not.toContain('这一页还没有填数')
  })

  it('is said beside another figure that was stored', async () => {
    const form = { ...emptied(), ...typed(shown()[0] ?? '', { staff: '45' }) }
    const { card } = await here.press(people.officer, filing(shown(), await sequence())('submit'), form)
    expect(card?.header.title.content).toMatch(/^已收 1 户/)
    expect(textsOf(card).join('\n')).toContain(said)
  })

  it('is not said where the card had shown the input empty', async () => {
    const stale = await here.press(people.officer, filing(shown(), 1)('submit'), {
      ...emptied(),
      ...typed(shown()[0] ?? '', { staff: '45' }),
    })
    expect(textsOf(stale.card).join('\n')).toContain(unchanged)
    expect(textsOf(stale.card).join('\n')).not.toContain('留空的按原来的')
    const second = here.codes.slice(1, 2)
    const form = typed(second[0] ?? '', { ...clean, sales: '' })
    const fresh = await here.press(people.officer, filing(second, await sequence())('submit'), form)
    expect(textsOf(fresh.card).join('\n')).toContain('还缺：销售')
    expect(textsOf(fresh.card).join('\n')).not.toContain('留空的按原来的')
  })
})
