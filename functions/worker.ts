import { failedWork, runWork } from '../bot/works/index.ts'
import type { LarkMessenger } from '../shared/lark/client.ts'
import { holdLittle, type Runtime, startDeployed } from '../shared/runtime.ts'
import { workPorts } from '../shared/runtime-worker.ts'
import { drainWork } from '../shared/usecases/drain-work.ts'
import { messengerOf } from './sender.ts'

/** Does what does not fit in three seconds, one job at a time, and stops between two steps for the next one to take over. */
export const work = (runtime: Runtime, messenger: LarkMessenger, stopAfterMs: number) => {
  const ports = workPorts(runtime, messenger)
  return drainWork({ ports, run: runWork(ports), failed: failedWork(ports) }, stopAfterMs)
}

const HANDOVER_MS = 120_000

let started: { runtime: Runtime; messenger: LarkMessenger } | undefined
export const handler = async (): Promise<void> => {
  if (started === undefined) holdLittle()
  const runtime = started?.runtime ?? (await startDeployed())
  started ??= { runtime, messenger: messengerOf(runtime) }
  await work(runtime, started.messenger, HANDOVER_MS)
}
