import * as z from 'zod'
import type { Change, LedgerRow } from '../../../shared/ports.ts'
import type { OpenTable } from '../../../shared/runtime-admin.ts'
import { CannotDo, defineCommand, given } from '../declare.ts'
import { atText, withTable } from '../opened.ts'
import { placeOptions, reasonOption } from '../place.ts'

/** What became of a dead letter, for people. What Feishu said stays as it is. */
const reasons: Readonly<Record<string, string>> = {
  'perhaps-sent-before-the-restore': '恢复前可能已经发过：请到会话里看一眼，没有就 replay',
  'outcome-unknown-and-not-found': '发的时候没有回音，会话里也没找到',
}

const theOne = async ({ record }: OpenTable, id: string): Promise<LedgerRow> => {
  const found = (await record.store.deadLetters()).find(({ push }) => push.id === id)
  if (found === undefined) throw new CannotDo(`放弃的里没有 ${id}。npm run admin -- dead list 列出全部。`)
  return found
}

/** As on the card of `/运维`: only one that is still dead. */
const decided = async (
  { record }: OpenTable,
  change: Extract<Change, { is: 'dead-letter' }>,
): Promise<void> => {
  const { is } = await record.store.commit([change])
  if (is !== 'committed') throw new CannotDo(`${change.row.push.id} 刚刚有人处理了。`)
}

const idOf = given(z.string(), '编号', '推送的编号，见 dead list')

const list = defineCommand({
  name: 'dead list',
  summary: '放弃了的推送和任务，各是为什么',
  options: z.object(placeOptions),
  run: ({ options, out }) =>
    withTable(options, async ({ record }) => {
      const all = await record.store.deadLetters()
      for (const { push, result } of all) {
        const to = 'person' in push.to ? push.to.person : push.to.chat
        const why = 'why' in result ? (reasons[result.why] ?? result.why) : ''
        out.say(`${atText(result.at)}　${push.kind}　${to}　${push.id}　${why}`)
      }
      out.say(all.length === 0 ? '没有放弃的。' : `共 ${all.length} 条。`)
      out.result(all)
      return all.length === 0 ? 0 : 1
    }),
})

const replay = defineCommand({
  name: 'dead replay',
  summary: '重新发一条放弃了的推送',
  about: '已经发出过的会发第二次：说不清的请先到会话里看一眼。内容按现在的数据重新写；不再需要说的就不发。',
  args: z.object({ id: idOf }),
  options: z.object(placeOptions),
  run: ({ args: { id }, options, out }) =>
    withTable(options, async (table, now) => {
      await decided(table, { is: 'dead-letter', row: await theOne(table, id), at: now })
      out.say(`${id} 已回到待发。`)
      out.result({ id })
      return 0
    }),
})

const drop = defineCommand({
  name: 'dead drop',
  summary: '不再管一条放弃了的推送，原因留在台账里',
  args: z.object({ id: idOf }),
  options: z.object({
    reason: reasonOption,
    ...placeOptions,
  }),
  run: ({ args: { id }, options, out }) =>
    withTable(options, async (table, at) => {
      const row = await theOne(table, id)
      await decided(table, { is: 'dead-letter', row, at, drop: options.reason })
      out.say(`${id} 已了结。`)
      out.result({ id })
      return 0
    }),
})

export const deadCommands = [list, replay, drop]
