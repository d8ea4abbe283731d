import type { Clock } from '../../shared/ports.ts'

/** A clock of a test, and how its time passes while nobody waits. */
export type MovedClock = { clock: Clock; pass: (ms: number) => void; passWall: (ms: number) => void }

/** Who waits for a limit waits really; everything else happens at one instant, until time is said to pass. */
export const waitingReally = (start: number): MovedClock => {
  let now = start
  let wallAhead = 0
  return {
    clock: {
      now: () => now,
      wall: () => Date.now() + wallAhead,
      monotonic: () => performance.now(),
      sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    },
    pass(ms) {
      now += ms
    },
    /** The machine's own time moves on, by which leases end. */
    passWall(ms) {
      wallAhead += ms
    },
  }
}

/** One time for everything, which moves on when somebody waits for it: as far as the one who waits longest. */
export const waitingAtOnce = (start: number): MovedClock => {
  let passed = 0
  const now = () => start + passed
  const pass = (ms: number) => {
    passed += ms
  }
  const sleep = async (ms: number) => {
    const until = passed + ms
    await new Promise(setImmediate)
    passed = Math.max(passed, until)
  }
  return { clock: { now, wall: now, monotonic: () => passed, sleep }, pass, passWall: pass }
}
