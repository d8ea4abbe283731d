import { expect, it } from 'vitest'
import { shortNames } from '../../../bot/cards/short-names.ts'

it('leaves out brackets, the city and the district, and cuts what is still long', () => {
  expect(
    shortNames([
      '三星镇（叠石桥家纺产业园区）',
      '金沙街道',
      '南通市海门区包场渔场',
      '如东沿海旅游经济开发区',
    ]),
  ).toEqual(['三星镇', '金沙街道', '包场渔场', '如东沿海旅游经济…'])
})

it('keeps whole names where short ones would be alike', () => {
  expect(shortNames(['三星镇（叠石桥）', '三星镇（海门）', '金沙街道'])).toEqual([
    '三星镇（叠石桥）',
    '三星镇（海门）',
    '金沙街道',
  ])
})
