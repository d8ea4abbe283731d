import type { Correction } from '../../shared/domain/correction.ts'
import { type Instant, longTime, shortTime } from '../../shared/domain/instant.ts'
import { type Month, shortMonth } from '../../shared/domain/month.ts'

const states: Record<Correction['state'] | 'expired', string> = {
  asked: '待区里答复',
  applied: '已更正',
  refused: '未同意',
  withdrawn: '已撤回',
  expired: '已过期',
}

export const correctionWords = {
  states,
  button: '申请更正',
  summary: (month: Month): string => `${shortMonth(month)}更正申请`,
  chooseTitle: (township: string, month: Month): string => `${township} ${shortMonth(month)} 申请更正`,
  which: '先选是哪个单位的数要更正。',
  choose: '先选要更正的是哪一户。新的数由您填，区里只答复同意或不同意，不改数。',
  placeholder: (from: number, count: number): string => `选择企业（第 ${from + 1}—${from + count} 户）`,
  further: '看后面的企业',
  fromStart: '从头看',
  asked: '本处的申请',
  askedLine: (name: string, state: string, at: Instant): string =>
    `**${name}**　${state}　${shortTime(at)} 提出`,
  formTitle: (name: string, month: Month): string => `${name} ${shortMonth(month)} 申请更正`,
  formBody: (firm: string, figures: string): string =>
    `**${firm}**\n结账时为：${figures}\n只改有误的数，其余不动；原来的数会一并保留。`,
  until: (at: Instant): string => `区里在 ${longTime(at)} 前答复，过期不答复就作废，可以再申请。`,
  reasonLabel: '更正的原因',
  reason: '如：会计把进项算进了销售，4月28日查账发现',
  submit: '提交申请',
  otherFirm: '换一户',
  noFirm: '请先选一户企业，再按“下一步”。',
  noReason: '请写明更正的原因，再按“提交申请”。',
  unchanged: '数和结账时一样，没有要更正的。',
  changedMeanwhile: '这户刚刚有变化，请看现在的数再定。',
  alreadyAsked: '这户已有一份申请在等答复，答复后才能再提。要改可以先撤回。',
  over: (month: Month): string =>
    `${shortMonth(month)}的下一个月也已结账，不能再更正。确有误的，请留好书面材料，联系区工信局。`,
  notClosed: (month: Month): string =>
    `${shortMonth(month)}还没有结账，数直接改就可以：发“/待办”，点“查看、修改已报”。`,
  sentTitle: '更正申请已提交',
  sent: (firm: string, until: Instant): string =>
    `**${firm}**\n已发给区里。${longTime(until)} 前会答复，结果发到这里；答复前本月的数不变。`,
  appliedTitle: '已更正',
  applied: (firm: string, permit: string): string =>
    `**${firm}**\n按市里给的例外直接更正（${permit}），原来的数保留在记录里。`,
  withdraw: '撤回申请',
  withdrawn: '已撤回，本月的数不变。',
  withdrawnTitle: '更正申请已撤回',
  listTitle: (month: Month, count: number): string =>
    count > 0
      ? `${shortMonth(month)}更正申请：${count} 份待答复`
      : `${shortMonth(month)}更正申请：没有待答复的`,
  listBody: '同意后按乡镇填的数更正，原来的数保留；不同意的写明原因。区里不改数、不建议数。',
  lookTitle: (township: string, month: Month): string => `${township} ${shortMonth(month)} 更正申请`,
  look: (firm: string, reason: string, who: string, at: Instant): string =>
    [`**${firm}**`, `原因：${reason}`, `${who} ${shortTime(at)} 提出`].join('\n'),
  change: (name: string, before: string, after: string, unit: string): string =>
    `${name}：${before} → **${after}** ${unit}`,
  answerLabel: '答复的理由',
  answer: '如：已看发票清单，属实',
  approve: '同意更正',
  refuse: '不同意',
  effect: '同意后进入下一号快照，已发布的统计不会自己变；是否再发布由市里定。',
  noAnswer: '请写明答复的理由。',
  expired: '这份申请已过期作废。确需更正的，请乡镇再申请一次。',
  notWaiting: '这份申请已经答复或撤回，不用再办。',
  void: '提出申请以后这户又有变化，这份申请不能再同意；请写明理由按“不同意”，让乡镇按现在的数再申请。',
  decidedTitle: (month: Month, applied: boolean): string =>
    `${shortMonth(month)}更正申请：${applied ? '已同意，已更正' : '没有同意'}`,
  decided: (firm: string, who: string, at: Instant, reason: string, applied: boolean): string =>
    `**${firm}**\n${who} ${shortTime(at)} ${applied ? '同意' : '没有同意'}：${reason}\n${applied ? '本月的数已按您填的更正，原来的数保留在记录里。' : '本月的数不变。'}`,
  approvedTitle: '已同意更正',
  refusedTitle: '已答复不同意',
  answered: (firm: string): string => `**${firm}**\n理由已告诉提出申请的经办人。`,
  nothing: '没有更正申请。',
  noClosed: '还没有结账的月份，数直接改就可以。',
} as const
