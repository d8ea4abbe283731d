import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeCreditCode } from '../../../../shared/domain/credit-code.ts'
import { Month } from '../../../../shared/domain/month.ts'
import type { ChatAbout } from '../../../../shared/domain/table/chat-blocks.ts'
import { firmFinder } from '../../../../shared/domain/table/firms.ts'
import { readPasted } from '../../../../shared/domain/table/pasted.ts'
import { programme } from '../../../build/snapshot.ts'

const firm = (index: number, name: string) => ({ code: makeCreditCode('91320612', `T000000${index}`), name })
const sheng = firm(0, '南通永盛机械有限公司')
const bao = firm(1, '南通宝联电子有限公司')
const third = firm(2, '南通3号机械厂')
const roster = [sheng, bao, third]
const about: ChatAbout = {
  ...{ indicators: programme.indicators, month: Month.parse('2023-03'), roster, find: firmFinder(roster) },
}
const whole = { sales: '152.3', tax: '4.2', power: '3.1', staff: '45' }

const lines = (text: string, only?: typeof sheng) => {
  const pasted = readPasted(text, { ...about, ...(only && { only }) })
  if (pasted.is !== 'lines') throw new Error(pasted.is)
  return pasted.lines
}
const shortly = (text: string, only?: typeof sheng) =>
  lines(text, only).map(({ row, name, typed, problem }) => ({
    row,
    name,
    ...(problem ? { problem } : { typed }),
  }))
const typed = (text: string) => lines(text, sheng)[0]?.typed
const problem = (text: string, only: typeof sheng | undefined = sheng) => lines(text, only)[0]?.problem

describe('an accountant’s reply', () => {
  it.each([
    '152.3，4.2，3.1，45',
    '152.3,4.2,3.1,45',
    '152.3、4.2、3.1、45',
    '152.3 4.2  3.1　45',
    '152.3\t4.2\t3.1\t45',
    '152.3\n4.2\n3.1\n45',
    '１５２.３，４.２，３.１，４５。',
    '好的，152.3，4.2，3.1，45，谢谢！',
    '3月：152.3，4.2，3.1，45',
    '4月12日 152.3，4.2，3.1，45',
    '张会计 2023-04-12 15:30\n152.3，4.2，3.1，45',
    '152.3万，4.2万元，3.1万度，45人',
    '152.3万元 4.2万元 3.1 万千瓦时 45（人）',
    '销售152.3 税收4.2 用电3.1 用工45',
    '用工：45；用电量：3.1万千瓦时；入库税收=4.2；应税销售（万元）152.3',
    '①152.3②4.2③3.1④45',
    '④45 ③3.1 ②4.2 ①152.3',
    '①应税销售152.3②入库税收4.2③电量3.1④人数45',
    '永盛机械 152.3，4.2，3.1，45',
    `${sheng.code} 152.3，4.2，3.1，45`,
  ])('is read: %s', (text) => {
    expect(shortly(text, sheng).map((line) => ({ ...line, row: 0 }))).toEqual([
      { row: 0, name: sheng.name, typed: whole },
    ])
  })

  it('keeps what stands for no figure, for the edits to ask about, and an empty place empty', () => {
    expect(typed('152.3，4.2，-，45')).toEqual({ ...whole, power: '-' })
    expect(typed('152.3，-4.2，无，45')).toEqual({ ...whole, tax: '-4.2', power: '无' })
    expect(typed('152.3，4.2，，45')).toEqual({ sales: '152.3', tax: '4.2', staff: '45' })
    expect(typed('用电3.1')).toEqual({ power: '3.1' })
    expect(typed('销售 税收4.2')).toEqual({ tax: '4.2' })
    expect(typed('0，0，0，0')).toEqual({ sales: '0', tax: '0', power: '0', staff: '0' })
  })

  it('takes 1,520.00 for one number where everything then fits, and asks where it may be two', () => {
    expect(typed('1,520.00,4.2,3.1,45')).toEqual({ ...whole, sales: '1,520.00' })
    expect(typed('1,234,520.00 4.2 3.1 45')).toEqual({ ...whole, sales: '1,234,520.00' })
    expect(typed('销售1,520.00万元 税收4.2')).toEqual({ sales: '1,520.00', tax: '4.2' })
    for (const text of ['1,520,4.2,45', '152.3,31,120,45', '152,130,3,45']) {
      expect(problem(text)).toEqual({ why: 'unclear-comma' })
    }
    expect(typed('152, 130, 3, 45')).toMatchObject({ sales: '152', tax: '130' })
  })

  it.each([
    ['152.3，4.2，3.1', { why: 'too-few', numbers: 3, wanted: 4 }],
    ['152.3，4.2，3.1，45，7', { why: 'too-many', numbers: 5, wanted: 4 }],
    ['152.3-4.2-3.1-45', { why: 'too-few', numbers: 1, wanted: 4 }],
    ['152。3，4.2，45', { why: 'too-few', numbers: 3, wanted: 4 }],
    ['1523000元，4.2，3.1，45', { why: 'unit', on: 'sales', unit: '元' }],
    ['152.3，4.2，31000度，45', { why: 'unit', on: 'power', unit: '度' }],
    ['销售（元）1523000', { why: 'unit', on: 'sales', unit: '元' }],
    ['152.3，4.2，3.1（度），45', { why: 'unit', on: 'power', unit: '度' }],
    ['销售152.3 销售160', { why: 'labelled-twice', on: 'sales' }],
    ['152.3 销售', { why: 'unlabelled' }],
    ['上月152.3，4.2，3.1，45', { why: 'other-period' }],
    ['2月 152.3，4.2，3.1，45', { why: 'other-period' }],
    ['13月 152.3，4.2，3.1，45', { why: 'other-period' }],
    ['宝联电子 152.3，4.2，3.1，45', { why: 'two-firms', near: [sheng, bao] }],
    ['南通宝联电子有限公司：152.3，4.2，3.1，45', { why: 'two-firms', near: [sheng, bao] }],
    ['上海大众公司 152.3，4.2，3.1，45', { why: 'unknown-firm' }],
  ])('is asked about: %s', (text, why) => {
    expect(problem(text)).toEqual(why)
  })
})

describe('several firms', () => {
  it('are read one after another, with their rows', () => {
    const text = `各位好\n南通永盛机械有限公司\n152.3，4.2，3.1，45\n\n2、宝联电子：销售88 用工20\n南通3号机械厂 1 2 3 4`
    expect(shortly(text)).toEqual([
      { row: 2, name: sheng.name, typed: whole },
      { row: 5, name: bao.name, typed: { sales: '88', staff: '20' } },
      { row: 6, name: third.name, typed: { sales: '1', tax: '2', power: '3', staff: '4' } },
    ])
    expect(lines(text)[1]).toMatchObject({ code: bao.code, isPart: true })
  })

  it('are read from one line', () => {
    expect(shortly('永盛机械152.3，4.2，3.1，45 宝联电子 1，2，3，4')).toEqual([
      { row: 1, name: sheng.name, typed: whole },
      { row: 1, name: bao.name, typed: { sales: '1', tax: '2', power: '3', staff: '4' } },
    ])
    expect(shortly('永盛机械152.3，4.2，3.1，45；宝联电子 用电1')).toHaveLength(2)
  })

  it('never give one firm what stands behind another name', () => {
    expect(shortly('南通永盛机械有限公司\n上海大众\n152.3，4.2，3.1，45')).toEqual([
      { row: 1, name: sheng.name, problem: { why: 'no-figures' } },
      { row: 2, name: '上海大众', problem: { why: 'unknown-firm' } },
    ])
    expect(shortly('南通3号机械厂二分厂 1 2 3 4')).toMatchObject([{ problem: { why: 'near-name' } }])
    expect(shortly('永盛机械 1 2 3 4 上海大众公司 5 6 7 8')).toMatchObject([
      { name: sheng.name, typed: { staff: '4' } },
      { name: '上海大众公司', problem: { why: 'unknown-firm' } },
    ])
    expect(shortly('152.3，4.2，3.1，45')).toEqual([{ row: 1, name: '', problem: { why: 'no-firm' } }])
  })

  it('are known by code, with a name behind it or a figure', () => {
    expect(shortly(`${sheng.code}永盛 152.3，4.2，3.1，45\n${bao.code} 销售1`)).toEqual([
      { row: 1, name: sheng.name, typed: whole },
      { row: 2, name: bao.name, typed: { sales: '1' } },
    ])
    const slip = `${sheng.code.slice(0, 10)}8${sheng.code.slice(11)}`
    expect(shortly(`${slip}，152.3，4.2，3.1，45`)).toEqual([
      { row: 1, name: slip, problem: { why: 'near-code', near: sheng } },
    ])
  })

  it('take one firm once', () => {
    expect(shortly('永盛机械 1 2 3 4\n永盛机械 5 6 7 8')).toMatchObject([
      { problem: { why: 'twice', rows: [1, 2] } },
      { problem: { why: 'twice', rows: [1, 2] } },
    ])
    expect(shortly('永盛机械\n永盛机械 1 2 3 4')).toHaveLength(1)
  })
})

describe('a pasted table', () => {
  it('is read by its headings', () => {
    const pasted = readPasted(`企业名称\t应税销售\t用电\r\n${sheng.name}\t152.3\t`, about)
    expect(pasted).toMatchObject({
      is: 'table',
      table: { is: 'read', lines: [{ row: 2, code: sheng.code, typed: { sales: '152.3' } }] },
    })
  })

  it('is asked about where its headings are not plain', () => {
    expect(readPasted(`企业名称\t应税销售（元）\n${sheng.name}\t1`, about)).toMatchObject({
      ...{ is: 'headings', headings: { is: 'wrong-unit' } },
    })
  })

  it('is read by places without headings', () => {
    expect(shortly(`${sheng.name}\t152.3\t\t3.1\t45`)).toEqual([
      { row: 1, name: sheng.name, typed: { sales: '152.3', power: '3.1', staff: '45' } },
    ])
  })
})

describe('any text', () => {
  it('of no figures is nothing, and one too long is refused', () => {
    expect(readPasted('', about)).toEqual({ is: 'nothing' })
    expect(readPasted('谢谢，辛苦了', about)).toEqual({ is: 'nothing' })
    expect(readPasted('谢谢', { ...about, only: sheng })).toEqual({ is: 'nothing' })
    expect(readPasted('1'.repeat(200_001), about)).toEqual({ is: 'too-long', most: 200_000 })
  })

  const part = fc.constantFrom(
    ...[
      '152.3',
      '4,200',
      '，',
      ',',
      ' ',
      '\n',
      '\t',
      '元',
      '万',
      '度',
      '销售',
      '用电',
      '①',
      '④',
      '无',
      '-',
      '永盛机械',
    ],
    ...[
      bao.name,
      sheng.code,
      '上月',
      '3月',
      '2月',
      '。',
      ';',
      '(',
      ')',
      '1、',
      '12:30',
      '上海大众公司',
      '__proto__',
      '🙂',
    ],
  )
  const texts = fc.oneof(
    fc.string(),
    fc.array(part, { maxLength: 40 }).map((parts) => parts.join('')),
  )

  it('never throws; every figure was typed, none is made of a blank', () => {
    fc.assert(
      fc.property(texts, fc.boolean(), (text, isOne) => {
        const pasted = readPasted(text, { ...about, ...(isOne && { only: sheng }) })
        if (pasted.is !== 'lines') return
        const written = text.normalize('NFKC')
        for (const { typed: figures } of pasted.lines)
          for (const figure of Object.values(figures)) {
            expect(figure).not.toBe('')
            expect(written).toContain(figure)
          }
      }),
      { numRuns: 500 },
    )
  })

  it.each(['1 ', '1,', '甲 ', '---', '(', '销售', '永盛机械1 2 3 4\n', '①', '\t'])(
    'of %j over and over is read to its end',
    (one) => {
      const text = one.repeat(Math.floor(100_000 / one.length))
      expect(readPasted(text, about).is).toMatch(/lines|nothing/)
    },
  )
})
