import { describe, expect, it } from 'vitest'
import { readRealFirms } from '../../../../infra/local/city/real-firms.ts'

const header =
  'firm,name,month,sales_yuan,output_tax,sales_invoices,purchases_yuan,input_tax,purchase_invoices,void'

describe('readRealFirms', () => {
  it('reads 元 as 万元 with two decimals, and tax as output less input VAT', () => {
    const text = [
      header,
      'E7,***机械设备有限公司,2018-02,-3044.50,-487.12,1,0.0,0.0,0,0',
      'E7,***机械设备有限公司,2018-01,1523049.99,243688.00,12,500000.0,80000.00,4,1',
      'E8,***机械设备有限公司,2018-01,0.0,0.0,0,100.0,17.5,1,0',
    ].join('\r\n')
    expect(readRealFirms(`${text}\n`)).toEqual([
      {
        name: '机械设备有限公司（E7）',
        first: '2018-01',
        last: '2018-02',
        months: new Map([
          ['2018-01', { sales: 1_523_000, tax: 163_700 }],
          ['2018-02', { sales: -3_000, tax: -500 }],
        ]),
      },
      {
        name: '机械设备有限公司（E8）',
        first: '2018-01',
        last: '2018-01',
        months: new Map([['2018-01', { sales: 0, tax: 0 }]]),
      },
    ])
  })

  it.each([
    ['a word for a number', 'E7,***厂,2018-01,很多,0,0,0,0,0,0', 'sales_yuan'],
    ['a blank, which is not zero', 'E7,***厂,2018-01,,0,0,0,0,0,0', 'sales_yuan'],
    ['a month that is none', 'E7,***厂,2018-13,1,0,0,0,0,0,0', 'month'],
    ['a line cut short', 'E7,***厂,2018-01', 'input_tax'],
  ])('names the line and the column of %s', (_, line, column) => {
    expect(() => readRealFirms(`${header}\n${line}`)).toThrow(new RegExp(`^Line 2 .*${column}`, 's'))
  })
})
