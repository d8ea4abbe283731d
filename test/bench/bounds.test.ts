import { describe, expect, it } from 'vitest'
import { Month } from '../../shared/domain/month.ts'
import { judge, notMeasured } from './bounds.ts'
import { measureCards } from './cards.ts'
import { type FileRead, filesRead } from './files.ts'
import { startsOf } from './function-starts.ts'
import type { Measured } from './measured.ts'
import { filingRate } from './month.ts'
import { progressed, talliesOf } from './progress.ts'
import { asJson, shown } from './shown.ts'
import { type Page, submitted } from './submit.ts'
import { started } from './webhook-process.ts'

const verdictOf = (all: readonly Measured[], key: string) => {
  const found = all.find((one) => one.key === key)
  return found && judge(found).is
}
const call = (command: string, units: number) => ({ command, units })
/** A page that reads and writes so much for each firm and beyond them. */
const pages = (cost: { write?: [number, number]; read?: [number, number]; queries?: number }): Page[] => {
  const { write = [4, 6], read = [1, 3], queries = 1 } = cost
  return [1, 5, 20].map((firms) => ({
    name: 'a page',
    firms,
    calls: [
      call('BatchGetItem', read[0] * firms + read[1]),
      call('TransactWriteItems', write[0] * firms + write[1]),
      ...Array.from({ length: queries }, () => call('Query', 0.5)),
    ],
  }))
}
const submittedAs = (cost: Parameters<typeof pages>[0]) =>
  submitted(pages(cost), pages(cost), { cold: pages(cost), conflict: pages({ ...cost, queries: 3 }) })

describe('a page submitted', () => {
  it('is inside its bounds as it should be', () => {
    expect(submittedAs({}).map((one) => [one.key, judge(one).is])).toEqual([
      ['submit.wruPerFirm', 'ok'],
      ['submit.wruPerPage', 'ok'],
      ['submit.rruPerFirm', 'ok'],
      ['submit.rruPerPage', 'ok'],
      ['submit.rruPerPageOutOfOrder', 'unbounded'],
      ['submit.roundTrips', 'ok'],
      ['submit.roundTripsCold', 'ok'],
      ['submit.roundTripsAfterConflict', 'ok'],
    ])
  })

  it.each([
    ['submit.wruPerFirm', { write: [4.1, 6] }],
    ['submit.wruPerPage', { write: [4, 8.5] }],
    ['submit.rruPerFirm', { read: [2, 3] }],
    ['submit.rruPerPage', { read: [1, 4] }],
    ['submit.roundTrips', { queries: 2 }],
    ['submit.roundTripsCold', { queries: 4 }],
  ] as const)('is over %s with %o', (key, cost) => {
    const { write, read, queries } = { write: undefined, read: undefined, queries: undefined, ...cost }
    const all = submittedAs({
      ...(write && { write: [write[0], write[1]] }),
      ...(read && { read: [read[0], read[1]] }),
      ...(queries && { queries }),
    })
    expect(verdictOf(all, key)).toBe('over')
  })

  it('counts the worst page, and tells which it was', () => {
    const slow = pages({ queries: 7 }).map((page) => ({ ...page, name: 'a slow page' }))
    const all = submitted([...pages({}), ...slow], [], { cold: [], conflict: [] })
    expect(all.find(({ key }) => key === 'submit.roundTrips')).toMatchObject({
      value: 9,
      note: 'a slow page, 1 firms',
    })
  })

  it('is over where nothing was measured', () => {
    const nothing = submitted([], [], { cold: [], conflict: [] })
    expect(nothing.filter((one) => judge(one).is === 'ok')).toEqual([])
  })
})

describe('cards', () => {
  const deep = (tags: number): object =>
    tags === 1 ? { tag: 'hr' } : { tag: 'column', elements: [deep(tags - 1)] }

  it.each([
    ['cards.maxTags', deep(181), deep(180)],
    ['cards.maxBytes', { text: '表'.repeat(9_600) }, { text: '表'.repeat(9_500) }],
  ])('are over %s by the largest of them', (key, over, fits) => {
    const small = { name: 'small', card: { tag: 'hr' } }
    expect(verdictOf(measureCards([small, { name: 'large', card: over }]), key)).toBe('over')
    expect(verdictOf(measureCards([small, { name: 'large', card: fits }]), key)).toBe('ok')
  })
})

describe('a city’s progress', () => {
  const month = Month.parse('2024-12')
  const read = (firms: number, units: number, reads = 2) => ({
    firms,
    calls: Array.from({ length: reads }, () => call('Query', units / reads)),
  })

  it.each([
    ['progress.rru', 'ok', [read(1_000, 9), read(100_000, 9.5)]],
    ['progress.rru', 'over', [read(1_000, 9), read(100_000, 10.5)]],
    ['progress.rru', 'over', [read(1_000, 4), read(100_000, 9)]],
    ['progress.reads', 'over', [read(1_000, 9, 3)]],
  ] as const)('%s is %s', (key, is, reads) => {
    expect(verdictOf(progressed(reads), key)).toBe(is)
  })

  it('is measured over tallies of exactly so many firms', () => {
    for (const firms of [1_000, 10_000]) {
      const tallies = talliesOf(firms, month)
      expect(tallies).toHaveLength(116)
      expect(tallies.reduce((sum, { counts }) => sum + counts.firms, 0)).toBe(firms)
    }
  })
})

describe('a file', () => {
  const read = (some: Partial<FileRead>): FileRead => ({
    ...{ name: 'a file', answer: 'too-large', ms: [9, 10, 11], peakMB: [44, 45], ...some },
  })
  const whole = read({ answer: '5000', ms: [900, 1_000], peakMB: [105] })
  const bomb = read({})

  it.each([
    ['files.readSeconds', 'ok', whole, bomb],
    ['files.readSeconds', 'over', read({ answer: '5000', ms: [3_100] }), bomb],
    ['files.readSeconds', 'over', read({ answer: '4999' }), bomb],
    ['files.readMB', 'over', read({ answer: '5000', peakMB: [90, 151] }), bomb],
    ['files.bombMs', 'ok', whole, bomb],
    ['files.bombMs', 'over', whole, read({ ms: [201] })],
    ['files.bombMs', 'over', whole, read({ answer: 'damaged' })],
    ['files.bombMB', 'over', whole, read({ peakMB: [51] })],
  ] as const)('%s is %s', (key, is, one, other) => {
    expect(verdictOf(filesRead(one, [bomb, other], bomb), key)).toBe(is)
  })
})

describe('the webhook', () => {
  const once = (processMs: number) => ({ processMs, loadMs: processMs / 2, peakKB: 60 * 1024 })

  it.each([
    ['ok', 170],
    ['over', 190],
  ])('is %s when it takes %i ms and a bare handler 100', (is, ms) => {
    const all = started({ ours: [once(1), once(ms), once(ms), once(1000), once(ms)], bare: [once(100)] })
    expect(verdictOf(all, 'webhook.processRatio')).toBe(is)
  })

  it.each([
    ['ok', 550],
    ['over', 550.1],
  ])('is %s at %d KB', (is, value) => {
    expect(judge({ key: 'webhook.bundleKB', value }).is).toBe(is)
  })
})

describe('every function', () => {
  it('is held against a bare process by the faster quarter of the runs of each', () => {
    expect(startsOf('tick', [150, 160, 900, 140], [100, 50, 100, 80])).toEqual({
      ...{ key: 'functions.tick.startRatio', value: 1.88 },
      note: '150 ms over 80 ms of a bare process',
    })
  })
})

describe('the month', () => {
  it('counts firms over the seconds of their filing, not over what lies between', () => {
    const filed = [
      { phase: '填报', at: 1_000, firms: 5 },
      { phase: '填报', at: 3_000, firms: 20 },
      { phase: '到期日', at: 60_000, firms: 5 },
      { phase: '到期日', at: 61_000, firms: 10 },
    ]
    expect(filingRate(filed)).toEqual({ firms: 30, seconds: 3 })
  })
})

describe('what is shown', () => {
  it('names number, bound and verdict, and ends in one line of JSON', () => {
    const all = [
      { key: 'submit.roundTrips', value: 4, note: 'the last page' },
      { key: 'progress.rru', value: { 1000: 9, 10000: 9 } },
      { key: 'month.firmsPerSecond', value: Number.NaN },
    ]
    const lines = shown(all.map(judge)).split('\n')
    expect(lines[1]).toMatch(/submit\.roundTrips +4 +≤ 3 +over +the last page/)
    expect(lines[2]).toMatch(/progress\.rru +1000: 9 {2}10000: 9 +≤ 10 +ok/)
    expect(lines[3]).toMatch(/month\.firmsPerSecond +NaN +over/)
    expect(JSON.parse(asJson(all))).toEqual({
      'submit.roundTrips': 4,
      'progress.rru': { 1000: 9, 10000: 9 },
      'month.firmsPerSecond': null,
    })
  })

  it('misses a number that has a bound and was forgotten', () => {
    expect(notMeasured([])).toContain('webhook.processRatio')
    expect(notMeasured([{ key: 'webhook.processRatio', value: 1 }])).not.toContain('webhook.processRatio')
  })
})
