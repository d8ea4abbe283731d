import { readFileSync } from 'node:fs'
import { expect, it, onTestFinished } from 'vitest'
import { parsePlan } from '../../../shared/domain/plan.ts'
import { quietEnd } from '../../../shared/usecases/quiet-hours.ts'
import { anOutbox } from '../../build/outbox.ts'
import { aTable } from '../../build/table.ts'

const HOUR = 3_600_000
const programme = new URL('../../../shared/domain/programmes/nantong-2022-2024.json', import.meta.url)
const plan = parsePlan(JSON.parse(readFileSync(programme, 'utf8')))

it('in the evening the bulk waits for the morning, by the calendar of its programme; an answer does not', async () => {
  const outbox = await anOutbox()
  const table = await aTable({ plan, people: [], firms: [] })
  onTestFinished(table.close)
  const awake = quietEnd({ ...outbox.ports, store: table.store })
  await outbox.pass(12 * HOUR)
  const person = await outbox.person()
  const reminder = await outbox.plan(person, { quiet: true })
  const foreign = await outbox.plan(person, { quiet: true, programme: 'unknown' })
  const answer = await outbox.plan(person, { lane: 'answer' })

  expect(await outbox.drain({ awake })).toEqual({ sent: 2 })
  expect(await outbox.resultOf(reminder)).toBeUndefined()
  expect(await outbox.resultOf(foreign)).toMatchObject({ is: 'sent' })
  expect(await outbox.resultOf(answer)).toMatchObject({ is: 'sent' })

  const morning = Date.parse('2023-03-02T09:00:00+08:00')
  expect(await outbox.ports.store.nextPush()).toBe(morning)
  await outbox.pass(12 * HOUR - 1)
  expect(await outbox.drain({ awake })).toEqual({ sent: 0 })
  await outbox.pass(1)
  expect(await outbox.drain({ awake })).toEqual({ sent: 1 })
})
