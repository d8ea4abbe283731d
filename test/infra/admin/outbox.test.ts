import { expect, it } from 'vitest'
import type { Push } from '../../../shared/domain/push.ts'
import { aSmallCity, month, programme } from '../../build/small-city.ts'
import { admin } from './typed.ts'

/** A month that is open, with its cards in the outbox. */
const anOutbox = async () => {
  const city = await aSmallCity()
  await city.tick('2023-04-07', '09:00')
  await city.pressOpening()
  await city.tick('2023-04-10', '09:00')
  const type = (...args: string[]) => admin([...args, '--endpoint', city.endpoint], { AWS_REGION: 'local' })
  const json = async (...args: string[]) => JSON.parse((await type(...args, '--json')).out)
  const pending = async (push: Push) => {
    const all = await city.ports.store.pending(push.lane, 10 ** 14, 100)
    return all.find((one) => one.push.id === push.id)
  }
  return { ...city, type, json, pending }
}

it('lists what waits, and drops one for a reason that stays', async () => {
  const city = await anOutbox()
  const [first, ...others] = await city.planned()
  if (first === undefined) throw new Error('an open month asks somebody')
  const listed: { push: Push }[] = await city.json('outbox', 'list')
  expect(listed.map(({ push }) => push.id).toSorted()).toEqual(
    [first, ...others].map(({ id }) => id).toSorted(),
  )
  const unsaid = await city.type('outbox', 'drop', first.id)
  expect([unsaid.code, unsaid.errors]).toEqual([2, expect.stringContaining('请用 --reason 写明')])
  expect(await city.type('outbox', 'drop', first.id, '--reason', '发错了群')).toMatchObject({ code: 0 })
  expect((await city.ports.store.ledger(first.id))?.result).toMatchObject({ is: 'dropped', why: '发错了群' })
  expect((await city.planned()).map(({ id }) => id)).toEqual(others.map(({ id }) => id))
  expect(await city.type('outbox', 'drop', 'nothing', '--reason', 'x')).toMatchObject({ code: 2 })
})

it('brings one that waits for later to the front', async () => {
  const city = await anOutbox()
  const [push] = await city.planned()
  const waits = push && (await city.pending(push))
  if (waits === undefined) throw new Error('an open month asks somebody')
  const later = Date.now() + 3_600_000
  await city.ports.store.savePending({ ...waits, notBefore: later })
  expect(await city.pending(waits.push)).toMatchObject({ notBefore: later })
  await city.type('outbox', 'replay', waits.push.id)
  expect((await city.pending(waits.push))?.notBefore).toBeLessThan(later)
})

it('tells dead letters, and brings one back as if it were new', async () => {
  const city = await anOutbox()
  const [one, other] = await city.planned()
  const [first, second] = [one && (await city.pending(one)), other && (await city.pending(other))]
  if (first === undefined || second === undefined) throw new Error('an open month asks several')
  for (const pending of [first, second])
    await city.ports.store.finish(pending, {
      is: 'dead',
      at: city.clock.at,
      why: 'outcome-unknown-and-not-found',
    })
  const listed = await city.type('dead', 'list')
  expect(listed.code).toBe(1)
  expect(listed.out).toContain('会话里也没找到')
  expect(await city.type('dead', 'replay', first.push.id)).toMatchObject({ code: 0 })
  expect(await city.type('dead', 'drop', second.push.id, '--reason', '已当面说过')).toMatchObject({ code: 0 })
  expect(await city.ports.store.deadLetters()).toEqual([])
  expect(await city.ports.store.ledger(first.push.id)).toBeUndefined()
  expect((await city.planned()).map(({ id }) => id)).toContain(first.push.id)
  expect((await city.planned()).map(({ id }) => id)).not.toContain(second.push.id)
  expect(await city.type('dead', 'list')).toMatchObject({ code: 0 })
})

it('shows the agenda, and brings no close forward', async () => {
  const city = await anOutbox()
  const of = ['--programme', programme.id, '--month', month]
  const listed: { action: string; stand: string }[] = await city.json('agenda', 'list', ...of)
  const standOf = (action: string) => listed.find((one) => one.action === action)?.stand
  expect([standOf('confirm-opening'), standOf('close')]).toEqual(['done', 'late'])
  const unknown = await city.type('agenda', 'run', 'dance', ...of)
  expect([unknown.code, unknown.out]).toEqual([2, expect.stringContaining('remind-before')])
  const next = String(Number(month.slice(0, 4)) + 30)
  const far = await city.type('agenda', 'run', 'close', '--programme', programme.id, '--month', `${next}-03`)
  expect([far.code, far.out]).toEqual([2, expect.stringContaining('还没到时间')])
})
