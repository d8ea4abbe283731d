import * as z from 'zod'
import type { Instant } from '../../../shared/domain/instant.ts'
import { OpenId } from '../../../shared/domain/person.ts'
import type { Plan, Ports, Sheet } from '../../../shared/ports.ts'
import { type OpenTable, portsOf } from '../../../shared/runtime-admin.ts'
import { CannotDo, defineCommand, flag, given, type Out } from '../declare.ts'
import { plansIn, withTable } from '../opened.ts'
import { placeOptions } from '../place.ts'
import { progress } from '../progress.ts'
import { preview, type Row, UNWRITTEN } from './preview.ts'
import { sheetsIn } from './sheets.ts'
import { templates } from './template.ts'

export type Importing = {
  ports: Ports
  table: OpenTable
  plan: Plan
  sheets: readonly Sheet[]
  file: string
  by: OpenId | undefined
  at: Instant
  out: Out
}
/** What the file leads to. `write`: does it, saying how far it has come; how many were not written because something moved. */
export type Decided = {
  rows: Row[]
  steps: number
  write: (onStep: (done: number) => void) => Promise<number>
}

type Kind = keyof typeof templates

/** A preview of what a file leads to, and with `--yes` the writing of it. */
export const importCommand = (
  { kind, summary, about }: { kind: Kind; summary: string; about: string },
  decide: (importing: Importing) => Promise<Decided>,
) =>
  defineCommand({
    name: `import ${kind}`,
    summary,
    about,
    args: z.object({ file: given(z.string().optional(), '文件', '.xlsx、.csv 或 .json') }),
    options: z.object({
      template: flag('打印模板（.csv），什么也不导'),
      programme: given(z.string().optional(), 'nt22', '哪个方案；只有一个时可以不写'),
      by: given(OpenId.optional(), 'open_id', '谁办的，记在记录里'),
      yes: flag('预览无误，写进去'),
      ...placeOptions,
    }),
    async run({ args: { file }, options, out }) {
      if (options.template) {
        out.say(templates[kind].trimEnd())
        out.result({ template: templates[kind] })
        return 0
      }
      if (file === undefined) throw new CannotDo('少了文件。加 --template 看模板。')
      const sheets = await sheetsIn(file)
      return withTable(options, async (table, at) => {
        const [plan, ...others] = await plansIn(table, options.programme)
        if (plan === undefined || others.length > 0)
          throw new CannotDo('有几个方案，请用 --programme 写明是哪一个。')
        const ports = portsOf(
          table,
          () => at,
          () => {},
        )
        const decided = await decide({ ports, table, plan, sheets, file, by: options.by, at, out })
        preview(decided.rows, out)
        const left = options.yes ? await writeAll(decided) : 0
        out.say(
          options.yes ? (left > 0 ? `有 ${left} 处刚才有变动，没有写：请再导一次。` : '已写好。') : UNWRITTEN,
        )
        out.result({ rows: decided.rows, written: options.yes, left })
        return left > 0 || decided.rows.some(({ is }) => is === 'refused') ? 1 : 0
      })
    },
  })

const writeAll = async ({ steps, write }: Decided): Promise<number> => {
  const bar = progress('已写', steps)
  return write(bar.at).finally(bar.stop)
}
