import type { Enterprise } from '../../shared/domain/enterprise.ts'
import { type ListRow, listRows, notListed } from '../../shared/domain/import-asks.ts'
import { type FirmList, readList } from '../../shared/domain/import-list.ts'
import { dayOf } from '../../shared/domain/instant.ts'
import type { Month } from '../../shared/domain/month.ts'
import { scopeFor } from '../../shared/domain/permission.ts'
import { MOST_ROWS } from '../../shared/domain/table/rows.ts'
import { within } from '../../shared/domain/unit.ts'
import { keepRegistry, nextRoster, type RegistryResult } from '../../shared/usecases/keep-registry.ts'
import type { WorkContext } from '../declare-work.ts'
import { decisionSentence, listWords, rowWords } from '../words/import-list.ts'
import { table } from '../words/table.ts'
import type { Content } from './workbook-content.ts'

/** A row with what it leads to. `kind`: what it is counted as. */
export type DecidedRow = { row: ListRow; results: readonly RegistryResult[] }
export type ListRead = {
  is: 'list'
  list: FirmList
  rows: readonly DecidedRow[]
  /** In the registry and not on the list; of the tax bureau's only. */
  absent: readonly Enterprise[]
  next: Month
}
type Sheets = Extract<Content, { is: 'sheets' }>

/** What a bureau's list of firms would change of the registry; undefined where the workbook is none. */
export const readFirmList = async (
  context: WorkContext,
  { sheets }: Sheets,
  { name, via = 'import:list' }: { name: string; via?: string },
): Promise<ListRead | { is: 'refused'; say: string } | undefined> => {
  const list = readList(sheets)
  if (list.is === 'none') return undefined
  if (list.is === 'wrong-unit') return { is: 'refused', say: listWords.wrongUnit(list.unit) }
  if (list.lines.length > MOST_ROWS)
    return { is: 'refused', say: table.tooManyRows(list.lines.length, MOST_ROWS) }
  const { ports, plan, who } = context
  const at = ports.clock.now()
  const year = Number(dayOf(at).slice(0, 4)) - 1
  if (list.year !== undefined && list.year > year)
    return { is: 'refused', say: listWords.unfinished(list.year) }
  const { programme, units } = plan
  const [firms, next] = await Promise.all([
    ports.store.enterprises(programme.id, programme.city),
    nextRoster(ports, plan, at),
  ])
  const known = new Map(firms.map((firm) => [firm.code, firm]))
  const rows = listRows(list, {
    ...{ firms: known, units, programme, next, year, reason: listWords.reason(name) },
  })
  const asks = rows.flatMap((row) => (row.is === 'asked' ? row.asks : []))
  const results = await keepRegistry(ports, plan, asks, { who, at, via })
  const scopes = scopeFor(who, programme.id, 'keepRegistry')
  const own = firms.filter(({ unit }) => scopes.some((scope) => within(unit, scope)))
  const absent = list.is === 'tax' ? notListed(rows, own, next) : []
  let from = 0
  const decided = rows.map((row): DecidedRow => {
    const count = row.is === 'asked' ? row.asks.length : 0
    from += count
    return { row, results: results.slice(from - count, from) }
  })
  return { is: 'list', list, rows: decided, absent, next }
}

/** What a row is counted as: each of its changes, or one of `same`, `outside` and `refused`. */
export const kindsOf = ({ row, results }: DecidedRow): string[] => {
  if (row.is !== 'asked') return [row.is]
  const kinds = results.map(({ ask, change }) => (change ? ask.is : 'refused'))
  return kinds.length > 0 ? kinds : ['same']
}

/** What a row leads to, in words. */
export const listSentence = ({ plan }: Pick<WorkContext, 'plan'>, { row, results }: DecidedRow): string => {
  if (row.is !== 'asked') return rowWords(row, plan)
  if (results.length === 0) return listWords.same
  return results.map(({ ask, decision }) => decisionSentence(plan, ask.is, decision)).join('')
}
