import { basename } from 'node:path'
import { readCreditCode } from '../../../shared/domain/credit-code.ts'
import { type Enterprise, placeIn } from '../../../shared/domain/enterprise.ts'
import { keptName } from '../../../shared/domain/firm-names.ts'
import type { Month } from '../../../shared/domain/month.ts'
import { standing } from '../../../shared/domain/person.ts'
import type { RegistryAsk } from '../../../shared/domain/registry.ts'
import { headedRows } from '../../../shared/domain/table/headed.ts'
import { levelOf } from '../../../shared/domain/unit.ts'
import { unitsNamed } from '../../../shared/domain/unit-named.ts'
import type { Plan } from '../../../shared/ports.ts'
import { keepRegistry, nextRoster, type RegistryResult } from '../../../shared/usecases/keep-registry.ts'
import { CannotDo } from '../declare.ts'
import type { Decided, Importing } from './importing.ts'
import { noTable, type Row } from './preview.ts'
import { firmRefusals } from './refusals.ts'

const columns = {
  distinct: /确是两家/,
  code: /信用代码|^代码$/,
  name: /(企业|单位|公司)?名称$/,
  unit: /乡镇|街道|园区|单位|属地/,
  division: /行业/,
  tier: /梯度|梯队/,
  state: /^状态/,
} as const
type Line = { row: number } & Record<keyof typeof columns, string>
type Asked = { line: Line; asks: readonly RegistryAsk[]; why?: keyof typeof firmRefusals }
type Known = { plan: Plan; firms: ReadonlyMap<string, Enterprise>; next: Month; reason: string }

export const decideFirms = async ({ ports, plan, sheets, file, by, at }: Importing): Promise<Decided> => {
  const read = headedRows(sheets, columns, ['code', 'name', 'unit']) ?? noTable(file, 'firms')
  const person = by && (await ports.store.person(by))
  if (person === undefined)
    throw new CannotDo('请用 --by 写明由谁办：名单里管名册的人（区工信、市工信）的 open_id。')
  const { id, city } = plan.programme
  const [firms, next] = await Promise.all([ports.store.enterprises(id, city), nextRoster(ports, plan, at)])
  const known = {
    plan,
    next,
    reason: basename(file),
    firms: new Map(firms.map((firm) => [String(firm.code), firm])),
  }
  const asked = read.rows.map((line) => askedBy(line, known, read.rows))
  const deed = { who: standing(person, at), at, via: 'admin:firms' }
  const results = await keepRegistry(
    ports,
    plan,
    asked.flatMap(({ asks }) => asks),
    deed,
  )
  let from = 0
  const each = asked.map((one) => {
    from += one.asks.length
    return { one, results: results.slice(from - one.asks.length, from) }
  })
  const rows = each.map((row) => rowOf(row.one, row.results))
  // Of a row that is refused in part, nothing is written.
  const changes = each.flatMap((row, index) => (rows[index]?.is === 'refused' ? [] : row.results))
  return {
    rows,
    steps: changes.length,
    async write(onStep) {
      let left = 0
      for (const [index, { change }] of changes.entries()) {
        const done = change && (await ports.store.commit([change]))
        left += done?.is === 'conflict' ? 1 : 0
        onStep(index + 1)
      }
      return left
    },
  }
}

const askedBy = (line: Line, known: Known, all: readonly Line[]): Asked => {
  const { plan, firms, next, reason } = known
  const code = readCreditCode(line.code)
  if (code.is === 'refused') return { line, asks: [], why: 'code' }
  if (all.some((other) => other !== line && other.code === line.code))
    return { line, asks: [], why: 'several' }
  if (!/^(|在册|正常|注销)$/.test(line.state)) return { line, asks: [], why: 'state' }
  const firm = firms.get(code.code)
  if (line.state === '注销')
    return { line, asks: [{ is: 'deregister', code: code.code, from: next, reason }] }
  const [unit, ...others] = unitsNamed(plan.units, line.unit).filter(
    ({ path }) => levelOf(path) === 'township',
  )
  if (unit === undefined || others.length > 0) return { line, asks: [], why: 'township' }
  const tier = plan.programme.tiers.find(({ id, name }) => id === line.tier || name === line.tier)?.id
  if (line.tier !== '' && tier === undefined) return { line, asks: [], why: 'tier' }
  const distinct = /^(是|确是|y)/i.test(line.distinct)
  const isHere = firm && (firm.until === undefined || firm.until >= next)
  if (!isHere) {
    if (tier === undefined) return { line, asks: [], why: 'tier' }
    const { name } = line
    const division = /\d{2}/.exec(line.division)?.[0] ?? ''
    return {
      line,
      asks: [
        { is: 'add', code: line.code, name, division, unit: unit.path, tier, from: next, distinct, reason },
      ],
    }
  }
  const asks: RegistryAsk[] = []
  if (keptName(line.name) !== firm.name)
    asks.push({ is: 'rename', code: firm.code, name: line.name, distinct, reason })
  if (placeIn(firm, next).unit !== unit.path)
    asks.push({ is: 'move', code: firm.code, unit: unit.path, from: next, reason })
  if (tier !== undefined && tier !== firm.tier) asks.push({ is: 'tier', code: firm.code, tier, reason })
  return { line, asks }
}

const moves = { add: '新增', rename: '更名', move: '迁移', tier: '调梯度', deregister: '注销' } as const

const rowOf = ({ line, asks, why }: Asked, results: readonly RegistryResult[]): Row => {
  const row = { rows: [line.row], name: line.name }
  if (why) return { ...row, is: 'refused', say: firmRefusals[why] }
  const refused = results.flatMap(({ decision }) =>
    decision.is === 'refused' ? [firmRefusals[decision.why]] : [],
  )
  if (refused.length > 0) return { ...row, is: 'refused', say: refused.join('') }
  const [first] = asks
  if (first === undefined) return { ...row, is: 'same', say: '' }
  const is = first.is === 'add' ? 'new' : first.is === 'deregister' ? 'gone' : 'changed'
  return {
    ...row,
    is,
    say: results
      .map(
        ({ ask, decision }) =>
          `${moves[ask.is]}${decision.is === 'change' ? `（${decision.effective} 起）` : ''}`,
      )
      .join('，'),
  }
}
