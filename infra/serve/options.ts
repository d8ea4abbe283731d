import { parseArgs } from 'node:util'
import * as z from 'zod'

export const help = `npm run serve -- [选项]

在一台自己的服务器上运行列规通，连接真正的飞书。默认用长连接，不需要公网地址。

  --webhook           用 HTTP 回调（放在反向代理后面），不用长连接
  --port 3000         HTTP 回调的端口
  --host 127.0.0.1    HTTP 回调的地址
  --data 目录         内置数据库放在这里（.data/serve）；设了 DYNAMODB_ENDPOINT 就用那一个
  --store-port 8000   内置数据库的端口，只在本机
  --aws               用 AWS 的 DynamoDB（TABLE_NAME、AWS_REGION）
  --admin-port 9464   /healthz、/readyz、/metrics 的端口
  --admin-host 127.0.0.1
  --look-every 60     最多隔多少秒看一次日程和待发
  --help              这些说明

要设置的环境变量：LARK_APP_ID、LARK_APP_SECRET、LARK_ENCRYPT_KEY、LARK_VERIFICATION_TOKEN。
一步一步的说明：infra/serve.md
`

const port = (standard: number) =>
  z.coerce.number('端口是 0 到 65535 的整数').int().min(0).max(65_535).default(standard)

const Options = z
  .object({
    webhook: z.boolean().default(false),
    port: port(3000),
    host: z.string().default('127.0.0.1'),
    data: z.string().optional(),
    'store-port': port(8000),
    aws: z.boolean().default(false),
    'admin-port': port(9464),
    'admin-host': z.string().default('127.0.0.1'),
    'look-every': z.coerce.number('--look-every 是秒数').min(0.1).max(300).default(60),
    help: z.boolean().default(false),
  })
  .refine(({ aws, data }) => !aws || data === undefined, '--aws 和 --data 只能选一个')
export type Options = z.infer<typeof Options>

const text = { type: 'string' } as const
const flag = { type: 'boolean' } as const

/** What was typed after `npm run serve --`; throws one sentence about what is wrong with it. */
export const optionsFrom = (args: readonly string[]): Options => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      ...{ webhook: flag, port: text, host: text, data: text, 'store-port': text, aws: flag },
      ...{ 'admin-port': text, 'admin-host': text, 'look-every': text, help: flag },
    },
  })
  const read = Options.safeParse(values)
  if (read.success) return read.data
  throw new Error(read.error.issues.map(({ path, message }) => [...path, message].join('：')).join('\n'))
}
