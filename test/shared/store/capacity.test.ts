import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { UnitPath } from '../../../shared/domain/unit.ts'
import type { Change } from '../../../shared/ports.ts'
import { tallyItem } from '../../../shared/store/items.ts'
import { key } from '../../../shared/store/keys.ts'
import { settle } from '../../../shared/usecases/settle.ts'
import { bytesOf } from './bytes.ts'
import { fullest, openId, tally } from './fullest.ts'
import { at, month, of, openedTownship, roster, zhang } from './opened.ts'
import type { Call } from './wire.ts'

let table: Awaited<ReturnType<typeof openedTownship>>
beforeAll(async () => {
  table = await openedTownship()
})
afterAll(() => table.close())

const unitsOf = (calls: readonly Call[], command: string) =>
  calls.filter((call) => call.command === command).reduce((sum, { units }) => sum + units, 0)

/** A receipt for a page, as the sender will find it. */
const receipt = (mark: string): Change => ({
  is: 'push',
  push: {
    id: `receipt:${mark}`,
    lane: 'answer',
    due: at,
    kind: 'receipt',
    programme: 'nt22',
    month,
    to: { person: openId },
    facts: { codes: roster.slice(), township: of.township },
    quiet: false,
    proactive: false,
  },
})

/** A warm turn that files a page of firms, each with everything that a report can hold. */
const submit = async (firms: number, mark: string) => {
  await table.store.plan('nt22')
  return table.wire.during(async () => {
    const page = { ...of, codes: roster.slice(0, firms) }
    const read = await table.store.readTurn({ person: zhang.id, page })
    await table.store.plan('nt22', read.planVersion)
    if (read.tally === undefined) throw new Error('the township is not open')
    const changes = read.reports.map((before) => ({
      before,
      after: { ...fullest, code: before.code, no: before.no, revision: before.revision },
    }))
    const settlement = settle(read.tally, changes, {
      by: openId,
      at,
      via: 'card:report-figures@1',
      move: 'file',
    })
    return table.store.commit([settlement, receipt(mark)], mark)
  })
}

describe('a page submitted', () => {
  it.each([1, 5, 20])(
    'of %i firms costs at most 4 write units a firm and 8 a page, 1 and 3 to read before it',
    async (firms) => {
      const { result, calls } = await submit(firms, `page-${firms}`)
      expect(result).toEqual({ is: 'committed' })
      expect(unitsOf(calls, 'TransactWriteItems')).toBeLessThanOrEqual(4 * firms + 8)
      expect(unitsOf(calls, 'BatchGetItem')).toBeLessThanOrEqual(firms + 3)
      expect(calls.map(({ command }) => command)).toEqual(['BatchGetItem', 'TransactWriteItems'])
    },
  )

  it('is counted by the embedded server as AWS counts it: each KB begun, twice in a transaction', async () => {
    const { calls } = await submit(1, 'counted')
    const push = receipt('counted')
    const written = await Promise.all([
      table.itemAt(key.mark('counted')),
      table.itemAt(key.report(of, fullest.code)),
      table.itemAt(key.version('nt22', fullest.code, month, 4)),
      table.itemAt(key.tally(of)),
      table.itemAt(key.audit(of, 5)),
      push.is === 'push' ? table.itemAt(key.pending('answer', at, push.push.id)) : undefined,
    ])
    const byRule = written.map((item) => 2 * Math.ceil(bytesOf(item ?? {}) / 1_024))
    expect(byRule).toEqual([2, 2, 2, 2, 2, 2])
    expect(unitsOf(calls, 'TransactWriteItems')).toBe(12)
  })

  it('takes one more round trip when the plan is cold', async () => {
    const { calls: cold } = await table.wire.during(async () => {
      const { planVersion } = await table.store.readTurn({ person: zhang.id, programme: 'nt22' })
      expect((await table.freshStore().plan('nt22', planVersion))?.programme.id).toBe('nt22')
    })
    expect(cold.map(({ command }) => command)).toEqual(['BatchGetItem', 'GetItem'])
  })
})

describe('a city’s progress', () => {
  it.each([1_000, 100_000])('costs one query and at most 10 units with %i firms', async (firms) => {
    const some = { programme: 'big', month }
    for (let index = 0; index < 116; index++) {
      const township = UnitPath.parse(`nt/tongzhou/32061200${String(index).padStart(3, '0')}`)
      const each = {
        ...tally,
        ...some,
        township,
        counts: { ...tally.counts, firms: Math.round(firms / 116) },
      }
      await table.client.send(
        new PutCommand({
          TableName: 'liegui',
          Item: { ...key.tally({ ...some, township }), ...tallyItem.write(each) },
        }),
      )
    }
    const { result, calls } = await table.wire.during(() => table.store.tallies('big', month))
    expect(result).toHaveLength(116)
    expect(calls.map(({ command }) => command)).toEqual(['Query'])
    expect(unitsOf(calls, 'Query')).toBeLessThanOrEqual(10)
  })
})
