import { appendFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { aLivedMonth, type LivedMonth } from '../../stories/tampering/lived.ts'
import { admin } from './typed.ts'

const verifyAt = (lived: LivedMonth, ...args: string[]) =>
  admin(['audit', 'verify', ...args], {
    ...{ DYNAMODB_ENDPOINT: lived.endpoint, AWS_REGION: 'local', ANCHORS_FILE: lived.file },
  })

it('ends with 0 and a summary while everything holds, and says one line of JSON', async () => {
  const lived = await aLivedMonth()
  const { code, out } = await verifyAt(lived)
  expect([code, out]).toEqual([
    0,
    'nt22：2 个月、8 个乡镇月、26 条记录，名册 17 户企业、6 条变动记录，对照了 5 天的锚点，全部对得上。\n',
  ])
  const { out: json } = await verifyAt(lived, '--json', '--month', '2023-03', '--township', 'jinsha')
  expect(JSON.parse(json)).toMatchObject([{ programme: 'nt22', townships: 1, anchoredDays: 5, breaks: [] }])
})

it('ends with 1 and names township, month and entry where it breaks, and a line of the anchors', async () => {
  const lived = await aLivedMonth()
  const name = 'P#nt22#A#2023-03#nt/tongzhou/1|00000002'
  await lived.apply(new Map([[name, { ...lived.image.get(name), by: 'ou_wang' }]]))
  const edited = await verifyAt(lived)
  expect(edited.code).toBe(1)
  expect(edited.out).toMatch(
    /^2023年3月 jinsha（nt\/tongzhou\/1）：第 2 条记录被改过：内容的摘要应为 [0-9a-f]{64}/,
  )
  expect(edited.out).toContain('有 1 处不对。')
  await lived.apply(new Map([[name, lived.image.get(name)]]))
  await appendFile(lived.file, '{"code":"anchor","programme":"nt22","day":"2023-05-1')
  const cut = await verifyAt(lived)
  expect([cut.code, cut.out]).toEqual([1, expect.stringContaining('锚点文件第 6 行被改过或不完整。')])
})

it('ends with 2 and says what to type where it cannot verify', async () => {
  const wrong = await admin(['audit', 'mend'])
  expect([wrong.code, wrong.errors]).toEqual([2, expect.stringContaining('没有“audit mend”这个命令')])
  const option = await admin(['audit', 'verify', '--month', '2023-13'])
  expect([option.code, option.errors]).toEqual([2, expect.stringContaining('月份写作 2023-03')])
  const help = await admin(['--help'])
  expect([help.code, help.out]).toEqual([0, expect.stringContaining('npm run admin -- <命令>')])
})
