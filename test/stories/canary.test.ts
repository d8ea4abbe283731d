import { inspect } from 'node:util'
import { afterEach, expect, it, vi } from 'vitest'
import { anOpenCity, figuresFor } from '../build/live-city.ts'
import { people, time, unit } from '../build/small-city.ts'

const PHONE = '13907654321'
const NAME = '金丝雀'
const SALES = '918273.64'
const HIDDEN = [PHONE, NAME, SALES, '918273', '试验', '机械', '91320612', '4.25']

const written: string[] = []
const overhear = () => {
  for (const level of ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const)
    vi.spyOn(console, level).mockImplementation((...words) => void written.push(inspect(words)))
}
afterEach(() => {
  vi.restoreAllMocks()
  written.length = 0
})

type City = Awaited<ReturnType<typeof anOpenCity>>

const deliver = async (city: City) => {
  await city.deliver()
  await city.work()
  await city.deliver()
}

/** Filed wrongly, explained, said, pasted and dropped, with a name, a phone number and a figure in each. */
const filing = async (city: City) => {
  const codes = city.codesOf(unit.jiuhua)
  const typed = { ...figuresFor(codes, SALES), [`tax_${codes[0]}`]: '4.25' }
  await city.press(people.li.id, 'start_0')
  await city.press(people.li.id, 'submit', figuresFor(codes, `${NAME}${PHONE}`))
  const asked = await city.press(people.li.id, 'submit', typed)
  expect(asked).toMatchObject({ code: 0 })
  await city.say(people.li.id, `/企业 ${NAME} ${PHONE}`)
  await city.say(people.li.id, `企业\t销售\n${NAME}机械\t${SALES}\n试验3之0机械\t${SALES}`)
  await city.drop(people.li.id, `${NAME}.csv`, Buffer.from(`企业名称,本月销售（万元）\r\n${NAME},${SALES}`))
  await city.drop(people.li.id, `${NAME}.xlsx`, Buffer.from(`${NAME}${SALES}`))
  await deliver(city)
}

/** Whatever Feishu may do wrong, each once. */
const faults = async (city: City) => {
  for (const kind of ['rate-limit', 'server-error', 'token-expired', 'commit-then-timeout']) {
    await city.fault(kind, 'im.message', 1)
    await city.say(people.li.id, `/企业 ${NAME}`)
    await deliver(city)
  }
  await city.press('ou_stranger', 'submit')
  const { store } = city.runtime.ports
  const failing = vi.spyOn(store, 'readTurn').mockRejectedValueOnce(new Error(`${NAME} ${SALES} ${PHONE}`))
  await city.say(people.li.id, '/待办')
  failing.mockRejectedValueOnce(new Error(`${NAME} ${SALES} ${PHONE}`))
  await city.press(people.li.id, 'submit', { reason: NAME })
  failing.mockRestore()
}

it('a figure, a name, a phone number and a secret that go through a month are in no line of the log', async () => {
  overhear()
  const city = await anOpenCity()
  await deliver(city)
  await filing(city)
  await faults(city)
  await city.at(time('2023-04-26', '17:00'))
  await city.agenda()
  await deliver(city)
  await city.at(time('2023-04-28', '09:30'))
  await city.agenda()
  await deliver(city)
  await city.press(people.city.id, 'hold', { reason: `${NAME} ${PHONE}` })
  await city.press(people.city.id, 'publish')
  await deliver(city)
  const { LARK_APP_SECRET, LARK_ENCRYPT_KEY, LARK_VERIFICATION_TOKEN } = city.runtime.config
  const hidden = [...HIDDEN, LARK_APP_SECRET, LARK_ENCRYPT_KEY, LARK_VERIFICATION_TOKEN]
  const told = inspect([city.logLines, written], { depth: 10, maxArrayLength: null, maxStringLength: null })
  expect(hidden.filter((one) => told.includes(one))).toEqual([])
  const codes = new Set(city.logLines.map(({ code }) => code))
  expect([...codes]).toEqual(
    expect.arrayContaining(['webhook-answered', 'webhook-failed', 'push-sent', 'push-failed', 'work-done']),
  )
}, 120_000)
