import { setTimeout as sleep } from 'node:timers/promises'
import { Hono } from 'hono'
import { expect, it } from 'vitest'
import { freePort } from '../../../infra/local/dynamo.ts'
import { startGate } from '../../../infra/serve/gate.ts'
import { listenAt } from '../../../infra/serve/intake.ts'

it('a stop waits for the answer that is being made, and takes no other', async () => {
  const port = await freePort()
  let answer = (_: string) => {}
  let asked = () => {}
  const isAsked = new Promise<void>((resolve) => {
    asked = resolve
  })
  const app = new Hono().get('/', async (c) => {
    const said = new Promise<string>((resolve) => {
      answer = resolve
    })
    asked()
    return c.text(await said)
  })
  const intake = await listenAt(app, { host: '127.0.0.1', port })
  expect(intake.isOpen()).toBe(true)
  const first = fetch(`http://127.0.0.1:${port}/`).then((answered) => answered.text())
  await isAsked
  let isStopped = false
  const stopping = intake.stop().then(() => {
    isStopped = true
  })
  await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow()
  expect([intake.isOpen(), isStopped]).toEqual([false, false])
  answer('好')
  expect(await first).toBe('好')
  await stopping
})

it('a port that somebody else has is an error at once', async () => {
  const port = await freePort()
  const at = { host: '127.0.0.1', port }
  const intake = await listenAt(new Hono(), at)
  await expect(listenAt(new Hono(), at)).rejects.toThrow('EADDRINUSE')
  await intake.stop()
})

it('a closed gate lets nothing in, and opens its door for nobody who is still inside', async () => {
  const gate = startGate()
  const ends: string[] = []
  const inside = gate.through(async () => {
    await sleep(20)
    ends.push('inside')
    return 1
  })
  const failing = gate.through(async () => {
    throw new Error('failed')
  })
  await expect(failing).rejects.toThrow('failed')
  const closing = gate.close().then(() => ends.push('closed'))
  await expect(gate.through(async () => 2)).rejects.toThrow()
  expect(await inside).toBe(1)
  await closing
  expect(ends).toEqual(['inside', 'closed'])
})
