import { expect, it } from 'vitest'
import { filingHome } from '../../../bot/cards/filing-home.ts'
import type { Tally } from '../../../shared/domain/tally.ts'
import { plan, tally } from '../fullest/month.ts'
import { buttonsOf, textsOf } from '../said-of.ts'

const filed = { ...tally.counts, firms: 10, questioned: 0 }
const none = Object.fromEntries(Object.keys(filed.by).map((state) => [state, 0])) as typeof filed.by
const drawn = (by: Partial<typeof none>, questioned: number) => {
  const counts: Tally['counts'] = { ...filed, by: { ...none, ...by }, questioned }
  const card = filingHome({ plan, tallies: [{ ...tally, counts }], shared: new Map(), at: tally.due })
  return { tone: card.header.template, buttons: buttonsOf(card), said: textsOf(card).join('\n') }
}

it('leads to what is still to be explained, beside what is still to be filed', () => {
  const { tone, buttons, said } = drawn({ submitted: 8, expected: 2 }, 4)
  expect(said).toContain('已报 8 户（其中待说明 4 户），未报 2 户。')
  expect(buttons.slice(0, 2)).toEqual(['接着填（2 户）', '补说明（4 户）'])
  expect(tone).toBe('blue')
})

it('is not done as long as something is to be explained', () => {
  expect(drawn({ submitted: 10 }, 1)).toMatchObject({ tone: 'blue' })
  expect(drawn({ submitted: 10 }, 1).buttons).toContain('补说明（1 户）')
  expect(drawn({ submitted: 10 }, 0)).toMatchObject({ tone: 'green' })
  expect(drawn({ submitted: 10 }, 0).buttons.join()).not.toContain('补说明')
})
