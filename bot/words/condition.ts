import type { Condition } from '../../shared/domain/figures.ts'

const names: Record<Condition, string> = {
  normal: '正常',
  suspended: '停产',
  moved: '搬迁',
  deregistered: '注销',
}

export const condition = {
  names,
  options: (['suspended', 'moved', 'deregistered', 'normal'] as const).map((value) => ({
    value,
    text: names[value],
  })),
  chooseTitle: (township: string, month: string): string => `${township} ${month} 企业停产、搬迁、注销`,
  choose: '先选是哪一户。提交后这一户本月不用再填数，区里会看到原因。',
  placeholder: (from: number, count: number): string => `选择企业（第 ${from + 1}—${from + count} 户）`,
  further: '看后面的企业',
  fromStart: '从头看',
  back: '返回填报',
  noFirm: '请先选一户企业，再按“下一步”。',
  now: (firm: string, now: Condition): string => `**${firm}**\n目前记为：${names[now]}`,
  reason: '如：5月起停产检修，预计8月恢复',
  effect: '停产、搬迁、注销的企业本月不用填数，已填的数不计入合计；改回“正常”后需要重新填报。',
  noCondition: '请先选本月状态，再按“提交”。',
  noReason: '请写一句原因，再按“提交”。',
  changedMeanwhile: '这户刚有人报过或改过，请看一下现在的情况，要改就再选一次。',
  unchanged: '状态没有变化。',
  doneTitle: '已记下',
  done: (firm: string, to: Condition): string =>
    to === 'normal'
      ? `**${firm}** 改回正常，本月的数请接着填报。`
      : `**${firm}** 本月记为${names[to]}，不用再填数。已告诉区里。`,
} as const
