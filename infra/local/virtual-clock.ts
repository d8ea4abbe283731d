import { setTimeout as sleep } from 'node:timers/promises'
import * as z from 'zod'
import type { Clock } from '../../shared/ports.ts'

const Shown = z.object({ now: z.number(), mode: z.enum(['flowing', 'frozen']) })

/** The sandbox's clock, read once and then told: it stands still, or flows from the instant that it was last told. */
export const virtualClock = async (sandbox: string) => {
  const shown = async () => Shown.parse(await (await fetch(`${sandbox}/sandbox/clock`)).json())
  let { now, mode } = await shown()
  let toldAt = performance.now()
  let told = 0
  const clock: Clock = {
    now: () => (mode === 'frozen' ? now : Math.round(now + performance.now() - toldAt)),
    wall: () => Date.now(),
    monotonic: () => performance.now(),
    sleep: (ms) => sleep(ms),
  }
  return {
    clock,
    /** The sandbox moved its clock. */
    tell(instant: number): void {
      told++
      now = instant
      toldAt = performance.now()
    },
    /** Nothing runs any more: no deadline may pass meanwhile. */
    async freeze(): Promise<void> {
      await fetch(`${sandbox}/sandbox/clock`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ mode: 'frozen' }),
      })
    },
    /** Whether it flows is decided at the sandbox, where somebody may have changed it. */
    async look(): Promise<void> {
      const before = told
      const seen = await shown()
      if (told !== before) return
      mode = seen.mode
      now = seen.now
      toldAt = performance.now()
    },
  }
}
