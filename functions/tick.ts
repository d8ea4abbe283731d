import { type Runtime, startDeployed } from '../shared/runtime.ts'
import { anchorHeads } from '../shared/usecases/anchor-heads.ts'
import { oldestPushSeconds } from '../shared/usecases/oldest-push.ts'
import { runAgenda } from '../shared/usecases/run-agenda.ts'

/** Every few minutes: whatever the agenda of any programme says is due. */
export const tick = async ({ ports }: Pick<Runtime, 'ports'>): Promise<void> => {
  for (const id of await ports.store.programmes()) {
    const plan = await ports.store.plan(id)
    if (plan === undefined) continue
    const { anchors } = ports
    await runAgenda(ports, plan).finally(() => anchors && anchorHeads({ ...ports, anchors }, plan))
  }
}

let runtime: Runtime | undefined
export const handler = async (): Promise<void> => {
  runtime ??= await startDeployed()
  const { ports } = runtime
  ports.log('info', 'outbox-oldest', { ageSeconds: await oldestPushSeconds(ports) })
  await tick(runtime)
}
