import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { callsTo } from '../build/fault-counts.ts'
import { anOpenCity, figuresFor } from '../build/live-city.ts'
import { aServedCity, eventually } from '../build/served-city.ts'
import { people, unit } from '../build/small-city.ts'

/** Of each block: presses come two by two, one of which files, with a message between. */
const ROUNDS = 15

type City = Pick<Awaited<ReturnType<typeof aServedCity>>, 'feishu' | 'heardBy' | 'say'>
type Page = { message: string; codes: readonly string[] }

const Pressed = z.object({
  code: z.literal(0),
  card: z.looseObject({ header: z.looseObject({ title: z.object({ content: z.string() }) }) }),
})

/** Presses this card, whatever has come into the chat since; its title afterwards. */
const pressed = async (
  { feishu }: City,
  { message }: Page,
  button: string,
  form_value = {},
): Promise<string> => {
  const press = { as: people.li.id, button, form_value }
  const { body } = await feishu.control('POST', `/messages/${message}/press`, press)
  return Pressed.parse(body).card.header.title.content
}

const filing = (city: City, page: Page, sales: number): Promise<string> =>
  pressed(city, page, 'submit', figuresFor(page.codes, String(sales)))

/** The first card of the month with which figures have been filed once. */
const filedOnce = async (city: City, codes: readonly string[]): Promise<Page> => {
  const card = (await city.heardBy(people.li.id)).findLast((message) => message.card)
  const page = { message: card?.message_id ?? '', codes }
  await pressed(city, page, 'start_0')
  expect(await filing(city, page, 100)).toBe('已收 2 户')
  return page
}

/** An officer files the same firms again and again with other figures, while a colleague asks how far they are. */
const rounds = async (city: City, page: Page, from: number): Promise<void> => {
  for (let round = from; round < from + ROUNDS; round++) {
    await pressed(city, page, 'filed')
    await city.say(people.wang.id, '/进度')
    expect(await filing(city, page, 101 + round)).toBe('已收 2 户')
  }
}

const Deliveries = z.object({
  deliveries: z.array(z.looseObject({ kind: z.string(), ms: z.number(), outcome: z.string() })),
})

const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ??
  Number.NaN

/** How long it took, as Feishu saw it, and how it ended. */
const acknowledged = (all: z.infer<typeof Deliveries>['deliveries']) => {
  const times = all.map(({ ms }) => ms)
  return {
    count: all.length,
    answered: all.filter(({ outcome }) => outcome === 'answered').length,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
  }
}

describe('a Feishu that hangs', () => {
  it('slows no answer: presses and messages are answered as fast as before, and what was said meanwhile comes once', async () => {
    const city = await aServedCity('webhook')
    await city.serve()
    await city.at('2023-04-07', '09:00')
    const cards = (who: string) => city.titles(who).then(({ length }) => length)
    await eventually(
      () => cards(people.city.id),
      (count) => count > 0,
    )
    await city.press(people.city.id, '开表')
    for (const { id } of [people.li, people.wang])
      await eventually(
        () => cards(id),
        (count) => count > 0,
      )
    const codes = city.firms.filter((firm) => firm.unit === unit.jiuhua).map(({ code }) => code)
    const page = await filedOnce(city, codes)
    const before = await cards(people.wang.id)
    const during = async (doing: () => Promise<void>) => {
      const seen = async () =>
        Deliveries.parse((await city.feishu.control('GET', '/deliveries?last=5000')).body).deliveries
      const { length } = await seen()
      await doing()
      return (await seen()).slice(length)
    }

    await rounds(city, page, 0)
    const without = await during(() => rounds(city, page, ROUNDS))
    await city.feishu.control('POST', '/faults', { kind: 'timeout' })
    const hanging = await during(() => rounds(city, page, 2 * ROUNDS))
    await city.feishu.control('DELETE', '/faults')
    await city.at('2023-04-07', '09:10')

    const [usual, hung] = [acknowledged(without), acknowledged(hanging)]
    console.info(JSON.stringify({ usual, hung }))
    expect(usual).toMatchObject({ count: 3 * ROUNDS, answered: 3 * ROUNDS })
    expect(hung).toMatchObject({ count: 3 * ROUNDS, answered: 3 * ROUNDS })
    expect(hung.p50 / usual.p50).toBeLessThan(4)
    const answers = await eventually(
      async () => (await cards(people.wang.id)) - before,
      (count) => count >= 3 * ROUNDS,
    )
    expect(answers).toBe(3 * ROUNDS)
  }, 180_000)

  it('is not asked for anything on the way to an answer', async () => {
    const city = await anOpenCity()
    await city.deliver()
    const codes = city.codesOf(unit.jiuhua)
    const page = await filedOnce(city, codes)
    const { all: before } = await callsTo(city.feishu)
    await rounds(city, page, 0)
    const { all: after } = await callsTo(city.feishu)
    expect(after - before).toBe(0)
    expect((await city.deliver()).sent).toBeGreaterThanOrEqual(ROUNDS)
    expect((await callsTo(city.feishu)).all - after).toBeGreaterThanOrEqual(ROUNDS)
  }, 60_000)
})
