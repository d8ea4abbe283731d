import { setTimeout as sleep } from 'node:timers/promises'
import * as z from 'zod'
import type { Mode } from './clock.ts'
import { post } from './deliver/post.ts'
import { followers as limits } from './limits.ts'
import type { Platform } from './platform.ts'
import { ControlRefusal } from './refusal.ts'

export type Move = { to?: number | undefined; by?: number | undefined; mode?: Mode | undefined }

const Next = z.object({ next: z.number().nullable() })
const between = 250

/** Moves the clock forward through everything that falls due on the way; one move at a time. */
export function createMover(platform: Platform): (move: Move) => Promise<void> {
  let last: Promise<void> = Promise.resolve()
  return (move) => {
    const moved = last.then(() => run(platform, move))
    last = moved.catch(() => {})
    return moved
  }
}

async function run(platform: Platform, move: Move): Promise<void> {
  const { clock, outbox } = platform
  const start = clock.now()
  const mode = move.mode ?? clock.mode()
  const target = move.to ?? start + (move.by ?? 0)
  if (target < start) {
    const [to, now] = [target, start].map((at) => new Date(at).toISOString())
    throw new ControlRefusal(`The clock only moves forward: it shows ${now}, which is later than ${to}.`, 409)
  }
  try {
    if (move.to !== undefined || move.by !== undefined) await stepTo(platform, target)
  } finally {
    if (mode === 'flowing') clock.flowFrom(clock.now())
    else clock.freezeAt(clock.now())
    outbox.wake()
  }
}

/** The clock stands still at each step until everybody has done what was due then. */
async function stepTo(platform: Platform, target: number): Promise<void> {
  const { clock, outbox } = platform
  clock.freezeAt(clock.now())
  let told: number | null = null
  for (let steps = 0; ; ) {
    await outbox.settled()
    const asked = await everyone(platform, { ask: 'next', until: target })
    const nexts = asked.flatMap(({ url, answer }) => nextOf(url, answer) ?? [])
    const due = Math.min(outbox.nextDue(), ...nexts)
    if (due > target && told === target) return
    const instant = Math.max(clock.now(), Math.min(due, target))
    steps = instant === told ? steps + 1 : 0
    if (steps > limits.stepsAtOneInstant) {
      throw new ControlRefusal(
        `The clock cannot leave ${new Date(instant).toISOString()}: something stays due there.`,
        502,
      )
    }
    clock.freezeAt(instant)
    await everyone(platform, { now: instant })
    await outbox.runDue()
    told = instant
  }
}

function nextOf(url: string, answer: string): number | null {
  try {
    return Next.parse(JSON.parse(answer)).next
  } catch {
    throw new ControlRefusal(
      `The follower ${url} did not answer {"next": number or null} but ${answer.slice(0, 200)}`,
      502,
    )
  }
}

function everyone(platform: Platform, message: object) {
  const urls = platform.state.followers.all().map((follower) => follower.url)
  return Promise.all(
    urls.map(async (url) => ({ url, answer: await tell(platform, url, JSON.stringify(message)) })),
  )
}

/** Tells one follower, patiently: it may be starting again right now. */
async function tell({ clock, options }: Platform, url: string, message: string): Promise<string> {
  const until = performance.now() + options.followerPatience
  for (;;) {
    const posted = await post(url, message, {}, limits.answerWithin)
    if (posted.is === 'answered' && posted.status === 200) return posted.body
    const why = posted.is === 'answered' ? `status ${posted.status}: ${posted.body.slice(0, 200)}` : posted.is
    if (performance.now() > until || posted.is === 'late') {
      const at = new Date(clock.now()).toISOString()
      throw new ControlRefusal(`The follower ${url} does not follow (${why}); the clock stays at ${at}.`, 502)
    }
    await sleep(between)
  }
}
