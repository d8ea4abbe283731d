import type { Plan } from '../../../shared/ports.ts'
import { openTable, readItem } from '../../../shared/runtime-admin.ts'
import { type Break, verifyAudit } from '../../../shared/usecases/verify-audit.ts'
import { startDynamo } from '../../local/dynamo.ts'
import { sentenceOf } from '../sentences.ts'
import { type Header, headerOf, readArchive } from './archive.ts'
import { putBack } from './put-back.ts'

export type Checked = {
  header: Header
  items: number
  kinds: Readonly<Record<string, number>>
  townships: number
  entries: number
  /** One sentence for each thing that is wrong. */
  problems: readonly string[]
}

type Telling = { say: (line: string) => void; onItems: (items: number) => void }

/**
 * What a backup is worth: its digest, every item read by what writes it, and every chain of every programme verified in a
 * table of its own. Throws `DamagedBackup` where the file is not what was written.
 */
export const checkBackup = async (file: string, { say, onItems }: Telling): Promise<Checked> => {
  const header = await headerOf(file)
  const problems: string[] = []
  const note = (problem: string) => {
    problems.push(problem)
    say(problem)
  }
  const kinds = await readAll(file, note)
  const items = Object.values(kinds).reduce((sum, count) => sum + count, 0)
  const server = await startDynamo()
  const table = openTable({ endpoint: server.endpoint })
  try {
    await table.create()
    await putBack(file, table, onItems)
    const { store, seal } = table.record
    let [townships, entries] = [0, 0]
    for (const id of await store.programmes()) {
      const plan = await store.plan(id)
      if (plan === undefined) {
        note(`方案 ${id} 只有编号，没有内容。`)
        continue
      }
      const chains = await chainsOf({ store, seal, plan })
      townships += chains.townships
      entries += chains.entries
      for (const one of chains.breaks) note(sentenceOf(plan.units, one))
    }
    return { header, items, kinds, townships, entries, problems }
  } finally {
    table.close()
    await server.close()
  }
}

const readAll = async (file: string, note: (problem: string) => void): Promise<Record<string, number>> => {
  const kinds: Record<string, number> = {}
  for await (const item of readArchive(file)) {
    try {
      const { is } = readItem(item)
      kinds[is] = (kinds[is] ?? 0) + 1
    } catch (error) {
      kinds.unreadable = (kinds.unreadable ?? 0) + 1
      note(`有一项读不出来：${error instanceof Error ? error.message : String(error)}`)
    }
  }
  return kinds
}

type Chains = { townships: number; entries: number; breaks: Break[] }

const chainsOf = async (
  given: { plan: Plan } & Omit<Parameters<typeof verifyAudit>[0], 'plan'>,
): Promise<Chains> => {
  const verifying = await verifyAudit(given)
  const breaks: Break[] = []
  let entries = 0
  for await (const verified of verifying.chains()) {
    entries += verified.entries
    breaks.push(...verified.breaks)
  }
  breaks.push(...(await verifying.monthBreaks()), ...(await verifying.registry()).breaks)
  return { townships: verifying.townships, entries, breaks }
}
