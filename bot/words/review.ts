import type { Instant } from '../../shared/domain/instant.ts'
import { shortTime } from '../../shared/domain/instant.ts'
import { type Month, shortMonth } from '../../shared/domain/month.ts'
import type { ReportState } from '../../shared/domain/report.ts'
import { type Counts, doneCount, unfiledCount, unreviewedCount } from '../../shared/domain/tally.ts'

const reasons = [
  '单位疑似有误，请核对',
  '与上月、去年相差较大，请说明',
  '有电无销售或有销售无电，请核对',
  '说明不够具体',
  '与部门数据不一致，请核对',
  '其他',
]

export const stateNames: Record<ReportState, string> = {
  expected: '未报',
  partial: '未报齐',
  submitted: '已报',
  returned: '已退回',
  resubmitted: '已重报',
  accepted: '已接受',
  inactive: '停产等',
}

export const review = {
  reasons: reasons.map((reason) => ({ value: reason, text: reason })),
  listTitle: (month: Month, townships: number): string =>
    `${shortMonth(month)}数据：${townships} 个单位待审核`,
  listBody: '先看有说明的，清楚的可以一次接受；有疑问的退回并写明原因，不改数、不建议数。',
  townshipButton: (name: string, unreviewed: number): string => `${name} 待审 ${unreviewed} 户`,
  title: (name: string, month: Month): string => `${name} ${shortMonth(month)} 审核`,
  summary: (counts: Counts): string =>
    [
      `应报 ${counts.firms} 户：已报 ${doneCount(counts)}，未报 ${unfiledCount(counts)}，被退回待改 ${counts.by.returned}。`,
      `待审 ${unreviewedCount(counts)}，已接受 ${counts.by.accepted}，停产等 ${counts.by.inactive}。`,
      `待说明 ${counts.questioned}，已说明 ${counts.explained}。`,
    ].join('\n'),
  explainedTitle: '**有疑问或已说明的**',
  noneExplained: '没有需要说明的企业。',
  answer: (reason: string, words: string): string => `说明：${reason}；${words}`,
  unanswered: '还没有说明。',
  range: (from: number, to: number, all: number): string => `本页第 ${from}—${to} 户，共 ${all} 户。`,
  rest: (left: number): string => `看后面 ${left} 户`,
  acceptAll: (count: number): string => `接受清楚的 ${count} 户`,
  acceptEveryPage: (count: number): string => `接受各页清楚的 ${count} 户`,
  everyPage: (count: number): { title: string; text: string } => ({
    title: '确认接受',
    text: `清楚的共 ${count} 户，包括本页没有显示的。没有说明的不在内。`,
  }),
  accepted: (count: number, left: number): string =>
    left > 0 ? `已接受 ${count} 户，还有 ${left} 户，请再按一次。` : `已接受 ${count} 户。`,
  nothing: '没有可以接受的了：未说明的请退回或等说明。',
  changed: (name: string): string => `${name}刚刚有变化，请按“刷新”看最新的数再定。`,
  noFirm: '请先选一户企业。',
  queueTitle: (district: string, month: Month, count: number): string =>
    `${district} ${shortMonth(month)}：${count} 户要看`,
  queueBody: '有疑问、有说明和重报的，不分乡镇，按对全区合计的影响从大到小排。接受和退回在各乡镇的卡上办。',
  toTownship: (township: string): string => `去${township}办`,
  byInfluence: '不分乡镇，按影响大小看',
  nothingToLook: '没有有疑问、有说明的企业，清楚的可以直接接受。',
  wholeFirm: '整户各项',
  field: '退回哪一项（不选为整户）',
  sendBack: '退回',
  asBefore: '同前',
  mended: (reason: string): string => `退回时问的：${reason}`,
  mendedFigure: (name: string, was: string, now: string, unit: string): string =>
    `${name}：${was} → **${now}** ${unit}`,
  nothingMended: '数没有变，看上面的说明。',
  onlyField: (name: string): string => `只退回“${name}”这一项，其余的没有问题，不用动。`,
  otherFields: '其余各项（没有退回）',
  noReason: '退回要写明原因，请选一项。',
  returned: (name: string): string => `已退回${name}，已发给填报的经办人。`,
  returnedAlready: (name: string): string =>
    `${name}已按这个原因退回过，正等经办人改；原因有变的，请另写一句。`,
  toOfficer: (month: Month): string => `${shortMonth(month)}有企业被退回，请看一下`,
  againToOfficer: (month: Month): string => `${shortMonth(month)}有企业再次被退回，原因有更新`,
  newReason: (name: string): string => `${name}又退回了一次，以下面新的原因为准，之前的卡不用再看。`,
  returnedLine: (at: Instant, reason: string): string => `${shortTime(at)} 退回，原因：${reason}`,
  unchanged: '数有误请改正；数没错的，请选原因并写明，区里会看到。',
  whyReturned: '区里看过后退回的：数不变也可以，但要写明原因，才算重新报送。',
  confirm: '核对后改正再提交；数没错的，选原因并写明后提交。',
  allReviewed: '您负责的乡镇都审完了。',
  moreReturned: (more: number): string => `另有 ${more} 户被退回，提交后按“接着填”接着显示。`,
  leaderTitle: '审核进度',
  leader: (month: Month, townships: number, firms: number): string =>
    `${shortMonth(month)}数据还有 ${townships} 个单位、${firms} 户待审核。审核人员已每日收到提醒，请关心进度。`,
} as const
