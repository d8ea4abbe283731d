import { setTimeout as sleep } from 'node:timers/promises'
import { messengerOf, send } from '../../functions/sender.ts'
import { startRuntime } from '../../shared/runtime.ts'

/** The deployed sender as a process of its own, which looks again and again until it is killed. */
const LOOK_MS = 50
const DRAIN_MS = 50_000

const runtime = startRuntime()
const messenger = messengerOf(runtime)
for (;;) {
  await send(runtime, messenger, DRAIN_MS)
  await sleep(LOOK_MS)
}
