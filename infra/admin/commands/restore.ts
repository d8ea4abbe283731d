import { existsSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { machineNow, openTable } from '../../../shared/runtime-admin.ts'
import { startDynamo } from '../../local/dynamo.ts'
import { acceptedLine } from '../backup/accepted-line.ts'
import { type Restored, restore } from '../backup/restore.ts'
import { CannotDo, defineCommand, given, type Out } from '../declare.ts'
import { dirOption } from '../place.ts'
import { progress } from '../progress.ts'

export default defineCommand({
  name: 'restore',
  summary: '把备份恢复到一个空的数据目录，并列出备份以后已收下的内容',
  about: [
    '恢复前先停下 npm run serve，把坏了的目录移走留着备查。',
    '恢复后直接启动即可：备份以后可能发过的消息，会先到会话里找，找到的不再发；说不清的列在 dead list 里。',
    '有日志文件（JOURNAL_FILE，在另一块盘上）时，备份以后已收下的每一次提交都会列出来，请各乡镇补报。',
  ].join('\n'),
  args: z.object({ file: given(z.string(), '文件', '备份文件') }),
  options: z.object({
    data: dirOption,
    endpoint: given(z.url().optional(), '网址', '恢复到这里的空表（DynamoDB），不用内置数据库'),
    journal: given(z.string().optional(), '文件', '日志文件；不写就用 JOURNAL_FILE'),
    at: given(z.coerce.number().int().optional(), '毫秒', '按哪个时钟记下恢复的时刻；只在沙盒里用'),
  }),
  async run({ args: { file }, options, out }) {
    const { data, endpoint } = options
    if (endpoint === undefined && existsSync(join(data, 'dynamo.sqlite')))
      throw new CannotDo(`${data} 里已经有数据库。请先把它移走留着备查，再恢复到空的目录。`)
    const server = endpoint === undefined ? await startDynamo({ dir: data }) : undefined
    const table = openTable({ endpoint: endpoint ?? server?.endpoint ?? '' })
    const bar = progress('已恢复的项')
    try {
      const journal = options.journal ?? table.journalFile
      const now = options.at ?? machineNow()
      const restored = await restore({ file, table, journal, now, onItems: bar.at }).finally(bar.stop)
      await tell(restored, table.record.store, out)
      out.result(restored)
      return 0
    } finally {
      table.close()
      await server?.close()
    }
  },
})

const tell = async (
  { header, items, pending, knownSent, accepted }: Restored,
  store: Parameters<typeof acceptedLine>[0],
  { say }: Out,
): Promise<void> => {
  say(
    `已恢复 ${items} 项，是 ${new Date(header.at + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')} 的数据。`,
  )
  say(`当时待发的有 ${pending} 条；日志里写着已发出的 ${knownSent} 条不会再发，其余的发之前先到会话里找。`)
  if (accepted === undefined) return say('没有日志文件，备份以后收下了什么无从得知：请各乡镇核对最近的回执。')
  say(
    accepted.length === 0
      ? '备份以后没有收下过内容。'
      : `备份以后收下过 ${accepted.length} 次，现在都不在了，请通知补报：`,
  )
  for (const one of accepted) say(`  ${await acceptedLine(store, one)}`)
}
