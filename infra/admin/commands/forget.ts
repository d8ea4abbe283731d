import * as z from 'zod'
import { type Enrolled, OpenId } from '../../../shared/domain/person.ts'
import type { OpenTable } from '../../../shared/runtime-admin.ts'
import { consent } from '../consent.ts'
import { CannotDo, defineCommand, flag, given } from '../declare.ts'
import { forget } from '../forget/forget.ts'
import { plansIn, withTable } from '../opened.ts'
import { placeOptions } from '../place.ts'
import { progress } from '../progress.ts'

/** Whoever still answers for something is not forgotten: somebody else has to take it over first, on the record. */
const refuseWhileInOffice = async (table: OpenTable, person: Enrolled): Promise<void> => {
  const posts = person.roles.length + person.standIns.length
  if (posts > 0)
    throw new CannotDo(`${person.id} 还有 ${posts} 个岗位。请先 /交接，或者在人员名单里标为离任，再来注销。`)
  for (const { programme } of await plansIn(table)) {
    const firms = await table.record.store.enterprises(programme.id, programme.city)
    const own = firms.filter(({ officer }) => officer === person.id).length
    if (own > 0) throw new CannotDo(`还有 ${own} 户企业分片在 ${person.id} 名下。请先 /交接，再来注销。`)
  }
}

export default defineCommand({
  name: 'forget',
  summary: '注销一个人的个人信息（个保法）：姓名和编号从记录链以外全部去掉',
  about: [
    '只能注销已经没有岗位、名下没有企业的人。记录链里只有编号，一个字也不改，audit verify 照样对得上；/留痕 里写“已注销人员”。',
    '不能撤回。以前的备份、日志里还有，到保存期满随它们一起删除；恢复旧备份以后要再运行一次。',
    '为什么这样办，见 infra/decisions/forget.md。',
  ].join('\n'),
  args: z.object({ open_id: given(OpenId, 'open_id', '这个人的 open_id') }),
  options: z.object({ yes: flag('不问，直接办'), ...placeOptions }),
  run: ({ args: { open_id: id }, options, out }) =>
    withTable(options, async (table, at) => {
      const person = await table.record.store.person(id)
      if (person === undefined) throw new CannotDo(`名单里没有 ${id}。`)
      await refuseWhileInOffice(table, person)
      await consent(`要注销 ${person.name}（${id}）吗？不能撤回。`, options.yes)
      const bar = progress('已看过的项')
      const done = await forget({ table, person, at, onItems: bar.at }).finally(bar.stop)
      const { rewritten, removed, dropped, sealed, named, waiting } = done
      out.say(
        `已注销：改写 ${rewritten} 项，删除 ${removed} 项，撤下待发 ${dropped} 条；记录链里的 ${sealed} 项只有编号，没有改。`,
      )
      if (named.length > 0)
        out.say(`有人在原因里写过和姓名一样的字，封存在记录里，改不了：${named.join('、')}`)
      if (waiting > 0)
        out.say(`还有 ${waiting} 条待发的提到这个人。等它们发出去以后，日志账里还会有编号（没有姓名）。`)
      out.result(done)
      return named.length > 0 || waiting > 0 ? 1 : 0
    }),
})
