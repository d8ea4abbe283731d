import * as z from 'zod'
import { checkBackup } from '../backup/check.ts'
import { defineCommand, given } from '../declare.ts'
import { progress } from '../progress.ts'

export default defineCommand({
  name: 'verify',
  summary: '核对一个备份：摘要、每一项、每一条记录链',
  about: '在内存里的一张表上核对，不碰正在用的数据。',
  args: z.object({ file: given(z.string(), '文件', '备份文件') }),
  async run({ args: { file }, out }) {
    const bar = progress('已读入的项')
    const checked = await checkBackup(file, { say: out.say, onItems: bar.at }).finally(bar.stop)
    const { items, townships, entries, problems } = checked
    const well = problems.length === 0 ? '全部对得上。' : `有 ${problems.length} 处不对。`
    out.say(`${items} 项、${townships} 个乡镇月、${entries} 条记录，${well}`)
    out.result(checked)
    return problems.length === 0 ? 0 : 1
  },
})
