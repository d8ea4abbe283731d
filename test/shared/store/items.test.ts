import { describe, expect, it } from 'vitest'
import { auditItem, versionItem } from '../../../shared/store/audit-items.ts'
import { reportItem, tallyItem } from '../../../shared/store/items.ts'
import { key } from '../../../shared/store/keys.ts'
import { pendingItem } from '../../../shared/store/outbox-items.ts'
import { bytesOf } from './bytes.ts'
import { deed, fullest, openId, question, tally } from './fullest.ts'
import { at, month, of, roster } from './opened.ts'

describe('an item', () => {
  it('of a report stays within one write unit at its fullest usual content', () => {
    const bytes = bytesOf({ ...key.report(of, fullest.code), ...reportItem.write(fullest) })
    expect(bytes).toBeLessThanOrEqual(1_024)
  })

  it('of a tally stays within 700 bytes, so that a city of 116 townships is read with ten units', () => {
    const bytes = bytesOf({ ...key.tally(of), ...tallyItem.write(tally) })
    expect(bytes).toBeLessThanOrEqual(700)
    expect(Math.ceil((116 * bytes) / 4_096) / 2).toBeLessThanOrEqual(10)
  })

  it('of a version stays within one write unit', () => {
    const version = {
      code: fullest.code,
      month,
      revision: 3,
      by: openId,
      at,
      via: 'card:report-figures@1',
      move: 'file',
      state: fullest.state,
      condition: fullest.condition,
      before: fullest.figures,
      after: fullest.figures,
      questions: [question('jump', 'sales'), question('unit-slip', 'power')],
      reason: deed.reason,
      source: 'firm' as const,
      officer: openId,
      seal: 'a'.repeat(64),
    }
    const at3 = key.version('nt22', fullest.code, month, 3)
    expect(bytesOf({ ...at3, ...versionItem.write(version) })).toBeLessThanOrEqual(1_024)
  })

  it('of an audit entry stays within one write unit with a page of twenty firms', () => {
    const entry = {
      ...deed,
      sequence: 128,
      via: 'card:report-figures@1',
      move: 'file',
      changed: roster.map((code) => `${code}@12`),
      digest: 'd'.repeat(64),
      tally: 'e'.repeat(64),
      previous: 'b'.repeat(64),
      hash: 'c'.repeat(64),
    }
    expect(bytesOf({ ...key.audit(of, 128), ...auditItem.write(entry) })).toBeLessThanOrEqual(1_024)
  })

  it('of a receipt stays within one write unit with twenty firms in it', () => {
    const push = {
      id: `receipt:${'0123456789abcdef'.repeat(2)}:${openId}`,
      lane: 'answer' as const,
      due: at,
      kind: 'receipt',
      programme: 'nt22',
      month,
      to: { person: openId },
      facts: { codes: roster.slice(), township: of.township, stored: 20, missing: 3 },
      quiet: false,
      proactive: false,
      replyTo: 'om_dc13264520392913993dd051dba21dcf',
    }
    const pending = pendingItem.write({ push, attempts: 0, notBefore: at, queued: at })
    expect(bytesOf({ ...key.pending('answer', at, push.id), ...pending })).toBeLessThanOrEqual(1_024)
  })

  it('comes back as it was written', () => {
    const { programme, township, code } = fullest
    expect(reportItem.read(reportItem.write(fullest), { programme, month, township, code })).toEqual(fullest)
    expect(tallyItem.read(tallyItem.write(tally), { programme, month, township })).toEqual(tally)
  })

  it.each([
    ['a state that there is not', { s: 'filed' }, 'state: Invalid option'],
    ['a revision as text', { v: '3' }, 'revision: Invalid input: expected number, received string'],
    ['a fraction as a figure', { more: '{"x":{"sales":1.5}}' }, 'figures.sales: Invalid input: expected int'],
    ['torn JSON', { more: '{"x":{"sales":185' }, 'more: no JSON object'],
    ['a list where fields belong', { more: '[1]' }, 'more: no JSON object'],
  ])('with %s is refused with its key, what is wrong and none of its values', (_, altered, wrong) => {
    const item = { ...key.report(of, fullest.code), ...reportItem.write(fullest), ...altered }
    const read = () => reportItem.read(item, { ...of, code: fullest.code })
    expect(read).toThrow(
      `the item P#nt22#M#2023-03#${of.township} R#${fullest.code} is not what was written there`,
    )
    expect(read).toThrow(wrong)
    expect(read).not.toThrow(/185|金沙/)
  })

  it('is refused before it is written, too', () => {
    const negative = { ...fullest, revision: -1 }
    expect(() => reportItem.write(negative)).toThrow('revision')
  })
})
