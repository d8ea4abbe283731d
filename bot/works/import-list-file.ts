import {
  keepRegistry,
  type RegistryResult,
  WRITES_A_REGISTRY_CHANGE,
} from '../../shared/usecases/keep-registry.ts'
import type { Step } from '../../shared/usecases/run-steps.ts'
import { ImportedTable } from '../cards/import-state.ts'
import { defineWork, type WorkContext } from '../declare-work.ts'
import { tellMoved } from '../flows/tell-moved.ts'
import { listWords } from '../words/import-list.ts'
import { kindsOf, readFirmList } from './import-list.ts'
import { markedList } from './import-list-preview.ts'
import { contentOf } from './workbook-content.ts'

/** A transaction holds a hundred writes; the job's mark is one of them, and the registry's chain takes two. */
const MOST_CHANGES = Math.floor(97 / WRITES_A_REGISTRY_CHANGE)

/**
 * 确认改名册: the same list is read again, and what it asks for is done some firms at a time. A step is named by the firms
 * in it: what an earlier run has done is asked for no more, so a run after it has other steps.
 */
export default defineWork({
  kind: 'file-list',
  facts: ImportedTable,
  async *run(context, table) {
    const read = await readTable(context, table)
    if (read.is === 'refused') {
      yield { mark: 'told', changes: async () => [context.tell('table-refused', { say: read.say })] }
      return
    }
    const results = read.rows.flatMap((row) => row.results).filter(({ change }) => change !== undefined)
    for (const some of chunksOf(results)) yield stepOf(context, viaOf(table), some)
    const after = await readTable(context, table)
    if (after.is === 'refused') throw new Error(`${context.id}: the list cannot be read any more`)
    const file = await markedList(context, after, true)
    const kinds = after.rows.map(kindsOf)
    const count = (kind: string) => kinds.filter((one) => one.includes(kind)).length
    const [same, outside] = [count('same'), count('outside')]
    const facts = { list: after.list.is, month: after.next, rows: kinds.length, same, outside }
    yield {
      mark: 'told',
      changes: async () => [
        context.tell('list-filed', { ...facts, left: kinds.length - same - outside }),
        context.tell('attachment', { file }),
      ],
    }
  },
  failed: () => listWords.failed,
})

const viaOf = ({ message }: ImportedTable): string => `import:list:${message}`

const readTable = async (context: WorkContext, table: ImportedTable) => {
  const content = await contentOf(context.ports, table)
  if (content.is === 'refused') return content
  const other = { is: 'refused' as const, say: listWords.otherTable }
  if (content.is !== 'sheets' || content.digest !== table.digest) return other
  return (await readFirmList(context, content, { name: table.name, via: viaOf(table) })) ?? other
}

/** A firm's second change comes after its first, in a commit of its own; a move by itself, for all who hear of it. */
const chunksOf = (results: readonly RegistryResult[]): RegistryResult[][] => {
  const rounds: RegistryResult[][] = []
  const turns = new Map<string, number>()
  const moves = results.filter(({ ask }) => ask.is === 'move')
  for (const result of results) {
    if (result.ask.is === 'move') continue
    const round = turns.get(result.ask.code) ?? 0
    turns.set(result.ask.code, round + 1)
    rounds[round] = [...(rounds[round] ?? []), result]
  }
  const chunks = rounds.flatMap((round) =>
    Array.from({ length: Math.ceil(round.length / MOST_CHANGES) }, (_, index) =>
      round.slice(index * MOST_CHANGES, (index + 1) * MOST_CHANGES),
    ),
  )
  return [...chunks, ...moves.map((move) => [move])]
}

/**
 * As it was decided on the whole list, which reads the registry once: each commit holds only while its firms are what they
 * were then. Where somebody was faster it is decided anew.
 */
const stepOf = (context: WorkContext, via: string, decided: readonly RegistryResult[]): Step => {
  let known: readonly RegistryResult[] | undefined = decided
  return {
    mark: decided.map(({ ask }) => `${ask.is}-${ask.code}`).join('.'),
    changes: async () => {
      const { ports, plan, who } = context
      const at = ports.clock.now()
      const asks = decided.map(({ ask }) => ask)
      const now = known ?? (await keepRegistry(ports, plan, asks, { who, at, via }))
      known = undefined
      const told = now.map(async ({ ask, decision, change }) => {
        if (change === undefined || ask.is !== 'move') return change ? [change] : []
        const turn = { ports, plan, who, at, via, id: `${context.id}:${ask.code}` }
        return [change, ...(await tellMoved(turn, decision))]
      })
      return (await Promise.all(told)).flat()
    },
  }
}
