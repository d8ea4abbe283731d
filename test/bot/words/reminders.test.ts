import { expect, it } from 'vitest'
import { reminders } from '../../../bot/words/reminders.ts'
import { Day, instantOf } from '../../../shared/domain/instant.ts'
import { Month } from '../../../shared/domain/month.ts'

const due = instantOf(Day.parse('2023-04-19'), '17:00')
const owing = (count: number, unfiled = 6, returned = 0) =>
  Array.from({ length: count }, (_, no) => ({ name: `${no + 1}镇`, unfiled, returned }))
const toHead = (units: ReturnType<typeof owing>) => reminders.headBody(Month.parse('2023-03'), units, due)

it('a few units are one sentence', () => {
  expect(toHead(owing(2))).toBe(
    '3月数据 4月19日（周三）17:00截止，1镇（差 6 户）、2镇（差 6 户）未报齐，已提醒经办人补报。\n人手或企业有困难，请联系区工信局协调。',
  )
  expect(reminders.reviewerBody(owing(1))).toMatch(/^1镇（差 6 户）未报齐，已按时提醒过/)
})

it('more of them stand one under the other, what was sent back apart', () => {
  expect(toHead([...owing(3), { name: '乙镇', unfiled: 0, returned: 2 }]).split('\n')).toEqual([
    '3月数据 4月19日（周三）17:00截止。',
    '未报齐：',
    '1镇（差 6 户）',
    '2镇（差 6 户）',
    '3镇（差 6 户）',
    '还没有改好：',
    '乙镇（被退回待改 2 户）',
    '已提醒经办人补报。',
    '人手或企业有困难，请联系区工信局协调。',
  ])
  expect(reminders.reviewerBody(owing(4)).split('\n')).toHaveLength(6)
})
