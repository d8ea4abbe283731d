import type { Month } from '../../../shared/domain/month.ts'
import type { Anchor, Store } from '../../../shared/ports.ts'
import { readAnchors } from '../../../shared/store/anchors.ts'
import { seal } from '../../../shared/store/chain.ts'
import { type Break, verifyAudit } from '../../../shared/usecases/verify-audit.ts'

type Asked = { store: Store; programme: string; month: Month; anchorsFile: string }

/** What the audit finds in the month, the heads that were anchored day by day included. */
export const breaksOf = async ({ store, programme, month, anchorsFile }: Asked): Promise<Break[]> => {
  const plan = await store.plan(programme)
  if (plan === undefined) throw new Error(`there is no plan of ${programme}`)
  const breaks: Break[] = []
  const anchors: Anchor[] = []
  for await (const read of readAnchors(anchorsFile))
    if (read.is === 'kept') anchors.push(read.anchor)
    else breaks.push({ is: 'anchor-edited' })
  const verifying = await verifyAudit({ store, seal, plan, scope: { month }, anchors })
  for await (const verified of verifying.chains()) breaks.push(...verified.breaks)
  return [...breaks, ...(await verifying.monthBreaks()), ...(await verifying.registry()).breaks]
}
