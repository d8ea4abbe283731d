import { type Runtime, startDeployed } from '../shared/runtime.ts'
import { anchorHeads } from '../shared/usecases/anchor-heads.ts'
import { oldestPushSeconds } from '../shared/usecases/oldest-push.ts'
import { watchOperations } from '../shared/usecases/operations-watch.ts'
import { runAgenda } from '../shared/usecases/run-agenda.ts'

/** Every few minutes: whatever the agenda of any programme says is due. */
export const tick = async ({ ports }: Pick<Runtime, 'ports'>): Promise<void> => {
  const failed: unknown[] = []
  for (const id of await ports.store.programmes()) {
    const plan = await ports.store.plan(id)
    if (plan === undefined) continue
    const { anchors } = ports
    const trouble: unknown[] = []
    const note = (error: unknown) => void trouble.push(error)
    await runAgenda(ports, plan)
      .finally(() => anchors && anchorHeads({ ...ports, anchors }, plan))
      .catch(note)
    // What has failed is told, also when the table fails again; the first error is what this look ends with.
    await watchOperations(ports, plan, { agendaFailed: trouble.length > 0 }).catch(note)
    failed.push(...trouble)
  }
  if (failed.length > 0) throw failed[0]
}

let runtime: Runtime | undefined
export const handler = async (): Promise<void> => {
  runtime ??= await startDeployed()
  const { ports } = runtime
  ports.log('info', 'outbox-oldest', { ageSeconds: await oldestPushSeconds(ports) })
  await tick(runtime)
}
