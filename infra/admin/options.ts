import { parseArgs } from 'node:util'
import * as z from 'zod'
import { Month } from '../../shared/domain/month.ts'

export const help = `npm run admin -- audit verify [选项]

核对每个乡镇每个月的变动记录：一条不少、一字未改、前后相接，版本、报表、汇总、快照都对得上，
也与表外每天留下的锚点一致。有一处不对就逐条说明在哪里，并以 1 退出；没法核对时以 2 退出。

  --programme nt22    只核对这个方案；不写就是全部
  --month 2023-03     只核对这个月
  --township 金沙街道 只核对这个乡镇，也可以写区县名或 nt/tongzhou/320612001
  --anchors 文件      锚点文件，或部署后导出的日志；不写就用 ANCHORS_FILE
  --local             核对正在运行的 npm start（.data/city）
  --json              最后输出一行 JSON
  --help              这些说明

不加 --local 时核对 TABLE_NAME 的表，DYNAMODB_ENDPOINT 可以指定别处的 DynamoDB。
`

const Options = z.object({
  programme: z.string().optional(),
  month: Month.optional(),
  township: z.string().optional(),
  anchors: z.string().optional(),
  local: z.boolean().default(false),
  json: z.boolean().default(false),
  help: z.boolean().default(false),
})
export type Options = z.infer<typeof Options>

export type Asked = { is: 'verify'; options: Options } | { is: 'help' } | { is: 'refused'; say: string }

const text = { type: 'string' } as const
const flag = { type: 'boolean' } as const

/** What was typed after `npm run admin --`, or a sentence about what is wrong with it. */
export const askedBy = (args: readonly string[]): Asked => {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        ...{ programme: text, month: text, township: text, anchors: text },
        ...{ local: flag, json: flag, help: flag },
      },
    })
    if (values.help || positionals.length === 0) return { is: 'help' }
    if (positionals.join(' ') !== 'audit verify')
      return { is: 'refused', say: `没有“${positionals.join(' ')}”这个命令，只有 audit verify。` }
    const read = Options.safeParse(values)
    if (read.success) return { is: 'verify', options: read.data }
    return { is: 'refused', say: read.error.issues.map(({ message }) => message).join('；') }
  } catch (error) {
    return { is: 'refused', say: error instanceof Error ? error.message : String(error) }
  }
}
