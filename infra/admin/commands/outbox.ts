import * as z from 'zod'
import { Lane } from '../../../shared/domain/push.ts'
import type { PendingPush, Store } from '../../../shared/ports.ts'
import { CannotDo, defineCommand, given } from '../declare.ts'
import { atText, withTable } from '../opened.ts'
import { placeOptions, reasonOption } from '../place.ts'

const FOREVER = 10 ** 14
const MOST = 10_000

const allPending = async (store: Store): Promise<PendingPush[]> =>
  (await Promise.all(Lane.options.map((lane) => store.pending(lane, FOREVER, MOST)))).flat()

const theOne = async (store: Store, id: string): Promise<PendingPush> => {
  const found = (await allPending(store)).find(({ push }) => push.id === id)
  if (found === undefined) throw new CannotDo(`待发的里没有 ${id}。npm run admin -- outbox list 列出全部。`)
  return found
}

const idOf = given(z.string(), '编号', '推送的编号，见 list')

const list = defineCommand({
  name: 'outbox list',
  summary: '待发的推送和待做的任务',
  options: z.object(placeOptions),
  run: ({ options, out }) =>
    withTable(options, async ({ record }) => {
      const all = await allPending(record.store)
      for (const { push, attempts, notBefore } of all) {
        const to = 'person' in push.to ? push.to.person : push.to.chat
        const tried = attempts > 0 ? `　试过 ${attempts} 次` : ''
        out.say(`${atText(notBefore)}　${push.lane}　${push.kind}　${to}　${push.id}${tried}`)
      }
      out.say(all.length === 0 ? '没有待发的。' : `共 ${all.length} 条。`)
      out.result(all)
      return 0
    }),
})

const replay = defineCommand({
  name: 'outbox replay',
  summary: '现在就再试一条待发的推送，不等它的时间',
  about: '静默时段仍然有效；发没发出去由正在运行的发送程序决定。',
  args: z.object({ id: idOf }),
  options: z.object(placeOptions),
  run: ({ args: { id }, options, out }) =>
    withTable(options, async ({ record }, now) => {
      const pending = await theOne(record.store, id)
      await record.store.savePending({ ...pending, notBefore: Math.min(now, pending.notBefore) })
      out.say(`${id} 已排到最前面。`)
      out.result({ id })
      return 0
    }),
})

const drop = defineCommand({
  name: 'outbox drop',
  summary: '不再发一条待发的推送，原因留在台账里',
  args: z.object({ id: idOf }),
  options: z.object({
    reason: reasonOption,
    ...placeOptions,
  }),
  run: ({ args: { id }, options, out }) =>
    withTable(options, async ({ record }, at) => {
      await record.store.finish(await theOne(record.store, id), { is: 'dropped', at, why: options.reason })
      out.say(`${id} 不再发了。`)
      out.result({ id })
      return 0
    }),
})

export const outboxCommands = [list, replay, drop]
