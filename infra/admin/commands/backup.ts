import { existsSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { machineNow } from '../../../shared/runtime-admin.ts'
import { backUp } from '../backup/back-up.ts'
import { CannotDo, defineCommand, given } from '../declare.ts'
import { dirOption } from '../place.ts'
import { progress } from '../progress.ts'

export default defineCommand({
  name: 'backup',
  summary: '备份内置数据库，运行中也可以，谁也不用等',
  about: [
    '备份是某一个瞬间的全部数据：JSON Lines，gzip 压缩，末尾有摘要，写完再读一遍核对。',
    '里面有企业数据和人员姓名，文件只有自己能读；请放到另一块盘或另一台机器上。',
    'AWS 上的表不用这个命令：那里已经打开了按时间点恢复（PITR）。',
  ].join('\n'),
  args: z.object({ file: given(z.string(), '文件', '备份文件，例如 /backup/liegui-2023-03-15.jsonl.gz') }),
  options: z.object({
    data: dirOption,
    at: given(z.coerce.number().int().optional(), '毫秒', '按哪个时钟记下备份的时刻；只在沙盒里用'),
    force: z.boolean().default(false).meta({ say: '覆盖已有的文件' }),
  }),
  async run({ args: { file }, options, out }) {
    if (!existsSync(join(options.data, 'dynamo.sqlite')))
      throw new CannotDo(`${options.data} 里没有内置数据库，请用 --data 写明 npm run serve 的数据目录。`)
    if (existsSync(file) && !options.force)
      throw new CannotDo(`${file} 已经有了。请换一个文件名，或者加 --force 覆盖。`)
    const bar = progress('已备份的项')
    const now = options.at ?? machineNow()
    const done = await backUp({ dir: options.data, file, now, onItems: bar.at }).finally(bar.stop)
    out.say(`已备份 ${done.items} 项到 ${file}，摘要 ${done.sha256.slice(0, 16)}…，已重读核对。`)
    out.say(`想知道里面的记录链是否完好：npm run admin -- verify ${file}`)
    out.result(done)
    return 0
  },
})
