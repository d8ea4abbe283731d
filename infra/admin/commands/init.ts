import * as z from 'zod'
import type { Plan } from '../../../shared/ports.ts'
import type { OpenTable } from '../../../shared/runtime-admin.ts'
import { consent } from '../consent.ts'
import { CannotDo, defineCommand, flag, given, type Out } from '../declare.ts'
import { withTable } from '../opened.ts'
import { OPERATOR } from '../operator.ts'
import { placeOptions } from '../place.ts'
import { difference, keptUnits } from '../programme/difference.ts'
import { formFrom, formOptions, VOLUNTARY } from '../programme/form.ts'
import { readPlanFile } from '../programme/plan-file.ts'

const NEXT = '下一步：import people（至少一位市工信、一位系统管理员），再 import firms。'

const formSentence = ({ programme: { form } }: Plan): string =>
  form ? `表号 ${form.number}，批准文号 ${form.approval}，有效期至 ${form.validUntil}。` : VOLUNTARY

/** False where somebody else was there first, and nothing was written. */
const saved = async ({ record }: OpenTable, after: Plan, before: number | undefined): Promise<boolean> => {
  const done = await record.store.commit([{ is: 'plan', before, after, by: OPERATOR }])
  return done.is === 'committed'
}

/** False where the table has this plan already. */
const replace = async (
  table: OpenTable,
  before: Plan,
  after: Plan,
  { yes, out }: { yes: boolean; out: Out },
) => {
  const changes = difference(before, after)
  if (changes.length === 0) return false
  const refused = await keptUnits(table, before, after)
  if (refused.length > 0) throw new CannotDo(refused.join('\n'))
  out.say(
    `${before.programme.id} 已有第 ${before.programme.version} 版，这个文件有 ${changes.length} 处不同：`,
  )
  for (const change of changes) out.say(`  ${change}`)
  const next = after.programme.version
  await consent(`要换成第 ${next} 版吗？已经开了的月份按原来的日子办完。`, yes)
  if (!(await saved(table, after, before.programme.version)))
    throw new CannotDo('刚才有别人换过方案，请重新运行。')
  return true
}

const create = async (table: OpenTable, plan: Plan) => {
  if (!(await saved(table, plan, undefined))) throw new CannotDo('刚才有别人建立了同一个方案，请重新运行。')
}

/** The file's plan as the version after the one that is there, with the form that is there where neither says another. */
const nextVersion = ({ programme, units }: Plan, before: Plan | undefined): Plan => {
  const form = programme.form ?? before?.programme.form
  const version = before ? before.programme.version + 1 : programme.version
  return { programme: { ...programme, version, ...(form && { form }) }, units }
}

export default defineCommand({
  name: 'init',
  summary: '按一个 JSON 文件建立方案：指标、目标、日程、单位；已有的换成新的一版',
  about: [
    '文件的样子见 shared/domain/programmes/nantong-2022-2024.json；写错的每一项都逐条说明。',
    '换版之前先列出不同之处并问一遍（或加 --yes）；正在运行的程序从下一次操作起按新的一版。',
  ].join('\n'),
  args: z.object({ file: given(z.string(), '文件', '方案文件') }),
  options: z.object({ ...formOptions, yes: flag('不问，直接写'), ...placeOptions }),
  async run({ args: { file }, options, out }) {
    const read = await readPlanFile(file)
    return withTable(options, async (table) => {
      // On AWS the deployment makes the table, with everything that belongs to it.
      if (table.endpoint !== undefined) await table.create()
      const { id } = read.programme
      const before = await table.record.store.plan(id)
      const known = read.programme.form ?? before?.programme.form
      const form = (await formFrom(options, known === undefined)) ?? known
      const plan = nextVersion({ ...read, programme: { ...read.programme, ...(form && { form }) } }, before)
      const isNew = before === undefined
      const isWritten = isNew
        ? await create(table, plan).then(() => true)
        : await replace(table, before, plan, { yes: options.yes, out })
      const now = isWritten ? plan : (before ?? plan)
      const { version } = now.programme
      out.say(
        isWritten
          ? `${id} 第 ${version} 版已写好，${plan.units.length} 个单位。`
          : `${id} 和文件一样，没有要写的。`,
      )
      out.say(formSentence(now))
      if (isNew) out.say(NEXT)
      out.result({
        programme: id,
        version,
        units: now.units.length,
        written: isWritten,
        form: now.programme.form ?? null,
      })
      return 0
    })
  },
})
