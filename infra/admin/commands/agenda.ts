import * as z from 'zod'
import { Month } from '../../../shared/domain/month.ts'
import type { Plan, Store } from '../../../shared/ports.ts'
import { portsOf } from '../../../shared/runtime-admin.ts'
import { monthsInHand } from '../../../shared/usecases/months-in-hand.ts'
import { agendaStand, type Stand } from '../../../shared/usecases/operations-agenda.ts'
import { type ActionEnd, runAction } from '../../../shared/usecases/run-action.ts'
import { CannotDo, defineCommand, given, type Out } from '../declare.ts'
import { atText, plansIn, withTable } from '../opened.ts'
import { placeOptions } from '../place.ts'

const about = {
  programme: given(z.string().optional(), 'nt22', '只看这个方案；不写就是全部'),
  month: given(Month.optional(), '2023-03', '只看这个月；不写就是正在办的几个月'),
  ...placeOptions,
}

const stands: Record<Stand, string> = {
  done: '已做',
  running: '正在做',
  late: '到时间了没有做',
  planned: '计划',
  blocked: '排不出日子：节假日表没有这一年',
}

const show = async (
  store: Store,
  plan: Plan,
  month: Month,
  { now, say }: { now: number } & Pick<Out, 'say'>,
) => {
  const { id } = plan.programme
  const { state, actions } = await agendaStand(store, plan, month, now)
  say(`${id} ${month}　${state ?? '还没有开表'}`)
  return actions.map((one) => {
    say(`  ${one.at === undefined ? '—' : atText(one.at)}　${one.action}　${stands[one.stand]}`)
    return { programme: id, month, ...one }
  })
}

const list = defineCommand({
  name: 'agenda list',
  summary: '每个月的日程：计划了什么、做了什么、到时间没有做的',
  about: '后一步催报会代替前一步，所以前一步“没有做”不一定是坏事；关账、开表没有做就要看日志。',
  options: z.object(about),
  run: ({ options, out }) =>
    withTable(options, async (table, now) => {
      const all = []
      for (const plan of await plansIn(table, options.programme))
        for (const month of options.month ? [options.month] : monthsInHand(plan, now))
          all.push(...(await show(table.record.store, plan, month, { now, say: out.say })))
      out.result(all)
      return 0
    }),
})

const sentenceOf = (action: string, end: ActionEnd): string => {
  switch (end.is) {
    case 'done':
      return `${action} 已做完。`
    case 'not-done':
      return `${action} 没有做：另一个进程正在做，或者这个月还没走到这一步。请看 agenda list。`
    case 'unknown':
      return `没有 ${action} 这一步，有：${end.known.join('、')}。`
    case 'early':
      return `${action} 还没到时间，不能提前做；能提前的只有催报（remind-…、overdue-…）。`
  }
}

const run = defineCommand({
  name: 'agenda run',
  summary: '现在就做日程里的一步，和正在运行的程序不会重复',
  about: '到了时间的任何一步都可以补做；没到时间的只有催报可以提前，开表、关账、发布各有各的条件。',
  args: z.object({ action: given(z.string(), '步骤', '步骤的名字，见 agenda list') }),
  options: z.object({ ...about, month: given(Month, '2023-03', '哪个月的') }),
  run: ({ args: { action }, options, out }) =>
    withTable(options, async (table, now) => {
      const [plan, ...others] = await plansIn(table, options.programme)
      if (plan === undefined || others.length > 0)
        throw new CannotDo('有几个方案，请用 --programme 写明是哪一个。')
      const log = (level: string, code: string) => void (level === 'info' || out.say(code))
      const end = await runAction(
        portsOf(table, () => now, log),
        plan,
        { month: options.month, action },
      )
      out.say(sentenceOf(action, end))
      out.result(end)
      if (end.is === 'unknown' || end.is === 'early') throw new CannotDo('什么也没有做。')
      return end.is === 'done' ? 0 : 1
    }),
})

export const agendaCommands = [list, run]
