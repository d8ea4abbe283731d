import { expect, it } from 'vitest'
import { situationOf } from '../../../infra/local/agenda-now.ts'
import { acts } from '../../build/acts.ts'
import { aSmallCity, people, unit } from '../../build/small-city.ts'

it('says what is true now, what comes next, and in whose chat to look, through a whole month', async () => {
  const city = await aSmallCity()
  const urls = { sandbox: 'http://feishu', bot: 'http://bot', store: city.endpoint }
  const said = async () => (await situationOf(urls, city.clock.at)).split('\n')

  expect(await said()).toEqual([
    '城市里的时间是 4月6日（周四）09:00。',
    '现在没有要办的月份。',
    '下一步：4月7日（周五）09:00，问市级人员是否开表。',
    `看city的会话：http://feishu/?as=${people.city.id}`,
  ])
  await city.tick('2023-04-07', '09:00')
  expect((await said()).slice(1)).toEqual([
    '已问市级人员 2023年3月是否开表，还没有人按“开表”，乡镇没有收到任何消息。',
    '下一步：在市级人员的会话里按“开表”，4月26日（周三）17:00结账前有效。',
    `看city的会话：http://feishu/?as=${people.city.id}`,
  ])
  await city.pressOpening()
  expect((await said())[1]).toBe('2023年3月已有人按“开表”，正在冻结名册、发填报卡。')
  await city.tick('2023-04-10', '09:00')
  for (const [township, who] of [
    [unit.jinsha, people.zhang],
    [unit.xiting, people.zhang],
  ] as const)
    await acts(city).file(township, who)
  expect((await said()).slice(1)).toEqual([
    '2023年3月已开表，应报 8 户，已报 4 户，截止 4月19日（周三）17:00。',
    '下一步：4月18日（周二）09:00，2023年3月：提醒未报齐的经办人：明天截止。',
    `看li的会话：http://feishu/?as=${people.li.id}`,
  ])
  await city.tick('2023-04-26', '17:00')
  expect((await said()).slice(1)).toEqual([
    '2023年3月已结账，还没有发布。',
    '下一步：4月27日（周四）09:00，2023年3月：把统计分析送市级人员预览，等“发布”。',
    `看city的会话：http://feishu/?as=${people.city.id}`,
  ])
  await city.tick('2023-04-27', '09:00')
  expect((await said())[2]).toBe('下一步：在市级人员的会话里按“发布”，或发“/待办”。')
}, 60_000)
