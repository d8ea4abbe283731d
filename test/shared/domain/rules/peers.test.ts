import { describe, expect, it } from 'vitest'
import { SCALE } from '../../../../shared/domain/amount.ts'
import { makeCreditCode } from '../../../../shared/domain/credit-code.ts'
import type { Peer } from '../../../../shared/domain/rules/group.ts'
import { peerFindings } from '../../../../shared/domain/rules/peers.ts'
import { UnitPath } from '../../../../shared/domain/unit.ts'
import { figures } from '../../../build/report.ts'

const here = UnitPath.parse('nt/tongzhou')
const code = (no: number) => makeCreditCode('91320612', `MA1T${String(no).padStart(4, '0')}`)

type Told = { now?: number; before?: number; division?: string; township?: string }
const firm = (no: number, { now, before = 100, division = '34', township = `${here}/1` }: Told): Peer => ({
  code: code(no),
  township: UnitPath.parse(township),
  division,
  figures: figures(now === undefined ? {} : { sales: now * SCALE }),
  last: figures({ sales: before * SCALE }),
})

/** So many firms that grow by 0 to 14 %. */
const ordinary = (count: number, told: Told = {}, first = 1): Peer[] =>
  Array.from({ length: count }, (_, index) => firm(first + index, { now: 100 + (index % 15), ...told }))

const found = (firms: readonly Peer[]) => peerFindings(firms, here)

describe('a firm among its peers', () => {
  it('is pointed out when its change is unlike theirs, with the numbers that were looked at', () => {
    const [finding, ...others] = found([...ordinary(14), firm(99, { now: 400 })])
    expect(others).toEqual([])
    expect(finding).toEqual({
      rule: 'unlike-peers',
      kind: 'peers',
      severity: 'hint',
      on: 'sales',
      codes: [code(99)],
      facts: { value: 400 * SCALE, last: 100 * SCALE, middle: 1.07, firms: 15, stratum: 'district' },
    })
  })

  it('is pointed out when it falls as when it rises', () => {
    expect(found([...ordinary(14), firm(99, { now: 25 })]).map(({ codes }) => codes)).toEqual([[code(99)]])
  })

  it('is not when all of them move alike, as after the Spring Festival', () => {
    const doubled = ordinary(15).map((peer) => ({
      ...peer,
      figures: figures({ sales: (peer.figures.sales ?? 0) * 2 }),
    }))
    expect(found(doubled)).toEqual([])
  })

  it('is not for the nearest change', () => {
    expect(found([...ordinary(14), firm(99, { now: 116 })])).toEqual([])
  })

  it('is held against the city’s division where the district has fewer than 15 of it', () => {
    const elsewhere = ordinary(10, { township: 'nt/haian/1' }, 50)
    const facts = found([...ordinary(8), ...elsewhere, firm(99, { now: 900 })]).map(({ facts }) => facts)
    expect(facts).toMatchObject([{ firms: 19, stratum: 'city' }])
  })

  it('is held against all firms where the city has fewer than 15 of its division', () => {
    const others = ordinary(14, { division: '17', township: 'nt/haian/1' }, 50)
    const facts = found([...others, firm(99, { now: 900 })]).map(({ facts }) => facts)
    expect(facts).toMatchObject([{ firms: 15, stratum: 'all' }])
  })

  it('cannot be told of fewer than 15 firms in all', () => {
    expect(found([...ordinary(13), firm(99, { now: 900 })])).toEqual([])
    expect(found([])).toEqual([])
  })

  it('cannot be told where either month is not above zero; such firms are nobody’s peers', () => {
    const silent = [
      firm(90, {}),
      firm(91, { now: 0 }),
      firm(92, { now: 900, before: 0 }),
      { ...firm(93, { now: 900 }), last: undefined },
    ]
    expect(found([...ordinary(14), ...silent])).toEqual([])
  })

  it('of another district is a peer, and is not pointed out here', () => {
    const away = firm(99, { now: 900, township: 'nt/haian/1' })
    expect(found([...ordinary(15), away])).toEqual([])
  })
})
