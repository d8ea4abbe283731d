import { expect, it } from 'vitest'
import { oldestPushSeconds } from '../../shared/usecases/oldest-push.ts'
import { anOutbox } from '../build/outbox.ts'

it('tells for how long the oldest has been waiting, whichever lane it is in, and nothing once it is out', async () => {
  const outbox = await anOutbox()
  expect(await oldestPushSeconds(outbox.ports)).toBe(0)
  await outbox.plan(await outbox.person())
  await outbox.pass(90_000)
  await outbox.plan(await outbox.group(), { lane: 'answer' })
  await outbox.pass(30_000)
  expect(await oldestPushSeconds(outbox.ports)).toBe(120)
  await outbox.drain()
  expect(await oldestPushSeconds(outbox.ports)).toBe(0)
})

it('what is to go out later is not late', async () => {
  const outbox = await anOutbox()
  const { clock } = outbox.ports
  await outbox.plan(await outbox.person(), { due: clock.now() + 3_600_000 })
  expect(await oldestPushSeconds(outbox.ports)).toBe(0)
})
