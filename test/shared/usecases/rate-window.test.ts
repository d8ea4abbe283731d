import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createLimiter } from '../../../infra/sandbox/platform/http/rate-limiter.ts'
import { rates } from '../../../infra/sandbox/platform/limits.ts'
import { FEISHU_RATES, RateMemo, rateWindow } from '../../../shared/usecases/rate-window.ts'

/** A machine whose time only goes on when something is waited for, and Feishu's own limits on the same time. */
const aRace = (latency: () => number) => {
  let now = 0
  let refused = 0
  const monotonic = () => now
  const limiter = createLimiter(monotonic)
  const events: { at: number; does: () => void }[] = []
  const later = (at: number, does: () => void) => {
    events.push({ at, does })
    events.sort((a, b) => a.at - b.at)
  }
  const advance = (to: number) => {
    for (let next = events[0]; next !== undefined && next.at <= to; next = events[0]) {
      events.shift()
      now = next.at
      next.does()
    }
    now = to
  }
  return {
    clock: { monotonic, wall: () => 1_677_632_400_123 + Math.floor(now) },
    monotonic,
    refusals: () => refused,
    settle: () => advance(now + 60_000),
    /** Sends as soon as the window lets it, one after the other; how many are under way is the network's business. */
    send(window: ReturnType<typeof rateWindow>, chat: string) {
      for (let wait = window.waitFor(chat); wait > 0; wait = window.waitFor(chat)) advance(now + wait)
      const answered = window.take(chat)
      later(now + latency(), () => {
        const over = limiter.take([
          { key: 'api', windows: rates.api, code: 1 },
          { key: chat, windows: rates.receiver, code: 2 },
        ])
        if (over) refused++
        later(now + latency(), answered)
      })
    },
  }
}

const seconds = (ms: number) => ms / 1000
/** As fast as Feishu allows, to chats that are all different. */
const ideal = (pushes: number) => Math.floor((pushes - 1) / 1000) * 60 + (((pushes - 1) % 1000) + 1) / 50

describe('the rate window against Feishu’s own', () => {
  it.each([500, 1000, 3000])('%i pushes: none refused, within 1.15 × the limit', (pushes) => {
    const race = aRace(() => 3)
    const window = rateWindow(FEISHU_RATES, race.clock)
    for (let many = 0; many < pushes; many++) race.send(window, `chat ${many}`)
    expect(seconds(race.monotonic())).toBeLessThanOrEqual(1.15 * ideal(pushes))
    race.settle()
    expect(race.refusals()).toBe(0)
  })

  it('none refused, whatever the chats and the network', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 60, maxLength: 200 }),
        fc.infiniteStream(fc.integer({ min: 0, max: 400 })),
        (chats, delays) => {
          const race = aRace(() => delays.next().value)
          const window = rateWindow(FEISHU_RATES, race.clock)
          for (const chat of chats) race.send(window, `chat ${chat}`)
          race.settle()
          expect(race.refusals()).toBe(0)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('none refused when another sender takes over at any moment, and nobody waits for what is long past', () => {
    const race = aRace(() => 3)
    let window = rateWindow(FEISHU_RATES, race.clock)
    for (let many = 0; many < 2500; many++) {
      race.send(window, `chat ${many % 40}`)
      if (many % 7 !== 0) continue
      const left = RateMemo.parse(JSON.parse(JSON.stringify(window.memo())))
      window = rateWindow(FEISHU_RATES, race.clock, left)
    }
    expect(seconds(race.monotonic())).toBeLessThanOrEqual(1.15 * ideal(2500))
    race.settle()
    expect(race.refusals()).toBe(0)
  })
})

describe('what one sender leaves for the next', () => {
  it('stays small: a full minute is at most 61 numbers beside the last second', () => {
    const race = aRace(() => 3)
    const window = rateWindow(FEISHU_RATES, race.clock)
    for (let many = 0; many < 1000; many++) race.send(window, `ou_${String(many).padStart(32, '0')}`)
    expect(JSON.stringify(window.memo()).length).toBeLessThan(4096)
  })

  it('grows old: after a minute everything is allowed', () => {
    const race = aRace(() => 0)
    const window = rateWindow(FEISHU_RATES, race.clock)
    for (let many = 0; many < 1000; many++) race.send(window, `chat ${many}`)
    race.settle()
    const fresh = rateWindow(FEISHU_RATES, race.clock, window.memo())
    expect(fresh.waitFor('chat 1')).toBe(0)
  })

  it('holds what Feishu told to wait', () => {
    const at = (monotonic: number, wall: number) => ({ monotonic: () => monotonic, wall: () => wall })
    const window = rateWindow(FEISHU_RATES, at(1_000, 500_000))
    window.pause(30_000)
    expect(window.waitFor('a')).toBe(30_000)
    expect(rateWindow(FEISHU_RATES, at(5, 510_000), window.memo()).waitFor('a')).toBe(20_000)
  })

  it('a machine whose clock is behind does not wait for calls of the future', () => {
    const at = (monotonic: number, wall: number) => ({ monotonic: () => monotonic, wall: () => wall })
    const window = rateWindow(FEISHU_RATES, at(0, 90_000))
    for (let many = 0; many < 50; many++) window.take('a')()
    expect(rateWindow(FEISHU_RATES, at(0, 10_000), window.memo()).waitFor('b')).toBeLessThanOrEqual(1_010)
  })
})
