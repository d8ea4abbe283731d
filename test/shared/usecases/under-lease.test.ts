import { describe, expect, it } from 'vitest'
import { type Run, underLease } from '../../../shared/usecases/under-lease.ts'
import { aSmallCity, month, plan, programme } from '../../build/small-city.ts'

const keys = Array.from({ length: 25 }, (_, index) => `township-${index}`)

/** An action that goes through all the keys, and a note of everything that it did. */
const anAction = async () => {
  const city = await aSmallCity()
  const { ports, clock } = city
  const did: string[] = []
  const run: Run = { ports, plan, month, now: clock.at, done: new Map() }
  const go = (meanwhile: (key: string) => Promise<void> = async () => {}) =>
    underLease(run, 'open', async (through, passed) => {
      for (const key of keys) {
        if (through.has(key)) continue
        await meanwhile(key)
        did.push(key)
        await passed(key)
      }
    })
  const saved = async () =>
    (await ports.store.actions(programme.id, month)).find(({ action }) => action === 'open')
  return { ...city, run, did, go, saved }
}

describe('an action under its lease', () => {
  it('is done once, also by a run that had read before it was done', async () => {
    const { go, did, saved, clock } = await anAction()
    await go()
    await go()
    expect(did).toEqual(keys)
    expect(await saved()).toEqual({ action: 'open', state: 'done', through: keys, doneAt: clock.at })
  })

  it('is not asked of the store again once it is known to be done', async () => {
    const { go, run, saved, did, ports } = await anAction()
    await go()
    const done = await saved()
    const idle = { ...run, done: new Map(done ? [[done.action, done]] : []) }
    await ports.store.takeLease(`${programme.id}:${month}:open`, run.now, 15_000)
    await underLease(idle, 'open', async () => void did.push('again'))
    expect(did).toEqual(keys)
  })

  it('is done by one of two runs at once', async () => {
    const { go, did } = await anAction()
    await Promise.all([go(), go()])
    expect(did).toEqual(keys)
  })

  it('goes on from the last checkpoint after a failure, at once', async () => {
    const { go, did, saved } = await anAction()
    const fail = async (key: string) => {
      if (key === 'township-13') throw new Error('a township that cannot be read')
    }
    await expect(go(fail)).rejects.toThrow('a township that cannot be read')
    expect(await saved()).toMatchObject({ state: 'running', through: keys.slice(0, 10) })
    await go()
    expect(did).toEqual([...keys.slice(0, 13), ...keys.slice(10)])
    expect(await saved()).toMatchObject({ state: 'done', through: keys })
  })

  it('is taken over from a holder that stands still, which then stops and saves nothing', async () => {
    const { go, did, saved, clock } = await anAction()
    const stall = async (key: string) => {
      if (key !== 'township-15') return
      clock.wall += 16_000
      await go()
    }
    await expect(go(stall)).rejects.toThrow('another run took it over')
    // The one that took over begins at the checkpoint and ends it; the other notices at its next checkpoint.
    expect(did).toEqual([...keys.slice(0, 15), ...keys.slice(10), ...keys.slice(15, 20)])
    expect(await saved()).toMatchObject({ state: 'done', through: keys })
  })

  it('keeps its lease while it goes on, however long that takes', async () => {
    const { go, did, clock } = await anAction()
    const slow = async () => {
      clock.wall += 1_400
      await go(async () => void did.push('somebody else'))
    }
    await go(slow)
    expect(did).toEqual(keys)
  })
})
