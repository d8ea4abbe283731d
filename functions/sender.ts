import { checkCard } from '../bot/cards/limits.ts'
import { renderPush } from '../bot/notices/index.ts'
import { larkMessenger } from '../shared/lark/client.ts'
import { type Runtime, startDeployed } from '../shared/runtime.ts'
import { drainOutbox } from '../shared/usecases/drain-outbox.ts'
import { quietEnd } from '../shared/usecases/quiet-hours.ts'

export const messengerOf = ({ config, ports }: Runtime) =>
  larkMessenger({
    appId: config.LARK_APP_ID,
    appSecret: config.LARK_APP_SECRET,
    domain: config.LARK_DOMAIN,
    clock: ports.clock,
    log: ports.log,
    check: checkCard,
  })

/** Drains the outbox inside Feishu's limits, and stops in time for the next one to take over. */
export const send = (
  { config, ports }: Runtime,
  messenger: ReturnType<typeof messengerOf>,
  stopAfterMs: number,
) =>
  drainOutbox(
    { ports, messenger, render: renderPush(ports, config.LARK_APP_ID), awake: quietEnd(ports) },
    stopAfterMs,
  )

const HANDOVER_MS = 50_000

let started: { runtime: Runtime; messenger: ReturnType<typeof messengerOf> } | undefined
export const handler = async (): Promise<void> => {
  const runtime = started?.runtime ?? (await startDeployed())
  started ??= { runtime, messenger: messengerOf(runtime) }
  await send(runtime, started.messenger, HANDOVER_MS)
}
