import { type Condition, conditions } from '../../shared/usecases/operations-conditions.ts'

const conditionWords: Record<Condition, { begins: string; ends: string }> = {
  'agenda-failed': {
    begins: '日程有一步没有做成。系统每几分钟会自己重试；十分钟后还没有恢复，请看日志（agenda）。',
    ends: '日程恢复正常。',
  },
  blocked: {
    begins: '有月份排不出报送日：节假日表没有那一年。请更新节假日表，或在方案里补报送日。',
    ends: '报送日都排得出来了。',
  },
  'outbox-late': {
    begins: '有推送等了十分钟以上还没有发出。请看发送程序是否在运行、飞书是否限流。',
    ends: '推送恢复正常，没有等待过久的。',
  },
  'dead-letters': {
    begins: '有推送或任务放弃了，要有人决定重发还是不再管。',
    ends: '放弃的推送都处理完了。',
  },
  'people-held': {
    begins: '通讯录里一次少了五分之一以上的人，没有收回任何人的身份。请核对是不是应用的通讯录范围被改小了。',
    ends: '人员与通讯录已核对一致。',
  },
}

export const alertWords = {
  told: (title: string, began: readonly Condition[], ended: readonly Condition[]): string =>
    [
      `【运维】${title}`,
      ...began.map((one) => `⚠ ${conditionWords[one].begins}`),
      ...ended.map((one) => `✓ ${conditionWords[one].ends}`),
      ...(began.length > 0 ? ['系统管理员发“/运维”看详情并处理。'] : []),
    ].join('\n'),
}

const kinds: Readonly<Record<string, string>> = {
  answer: '命令的答复',
  ask: '填报卡',
  remind: '提醒',
  receipt: '报齐回执',
  statistics: '统计发布',
  opening: '开表确认',
  publication: '发布确认',
  returned: '退回通知',
  'operations-alert': '运维告警',
  'compare-people': '通讯录核对',
  'person-left': '离职告知',
}

const reasons: Readonly<Record<string, string>> = {
  'perhaps-sent-before-the-restore': '恢复前可能已经发过，请先到会话里看一眼',
  'outcome-unknown-and-not-found': '发的时候没有回音，会话里也没找到',
  'never-ended': '一直没有做完',
}

/** `40 秒`, `12 分钟`, `3 小时`, `2 天`. */
const span = (seconds: number): string => {
  if (seconds < 120) return `${seconds} 秒`
  if (seconds < 7200) return `${Math.round(seconds / 60)} 分钟`
  return seconds < 172_800 ? `${Math.round(seconds / 3600)} 小时` : `${Math.round(seconds / 86_400)} 天`
}
const ago = (seconds: number | undefined): string =>
  seconds === undefined ? '还没有过' : `${span(seconds)}前`

const states: Readonly<Record<string, string>> = {
  confirming: '等市里开表',
  opening: '正在开表',
  open: '填报中',
  closed: '已结账',
  published: '已发布',
  held: '暂缓发布',
}

const some = (names: readonly string[], most: number): string =>
  names.length <= most ? names.join('、') : `${names.slice(0, most).join('、')}等 ${names.length} 个`
const MOST_NAMES = 12

export const operate = {
  title: '系统运行情况',
  /** What is kept of an older version may have another name. */
  known: (condition: string): Condition[] => conditions.filter((one) => one === condition),
  summary: '系统运行情况',
  troubles: (conditions: readonly Condition[]): string =>
    conditions.map((one) => `⚠ ${conditionWords[one].begins}`).join('\n'),
  fine: '✓ 没有正在告警的情况。',
  agenda: '**日程**',
  month: (given: {
    month: string
    state: string | undefined
    done: number
    all: number
    missed: readonly string[]
  }) =>
    [
      `${given.month}：${given.state === undefined ? '还没有开表' : (states[given.state] ?? given.state)}，共 ${given.all} 步，已做 ${given.done} 步`,
      ...(given.missed.length > 0 ? [`到时间没有做：${given.missed.join('、')}`] : []),
    ].join('；'),
  noMonth: '现在没有正在办的月份。',
  blocked: (month: string, year: string): string => `⚠ ${month} 排不出日子：节假日表没有 ${year} 年。`,
  sending: '**推送与任务**',
  waiting: (count: string, seconds: number): string =>
    seconds > 0
      ? `待发、待做 ${count} 条，最久的等了 ${span(seconds)}`
      : `待发、待做 ${count} 条，没有到时间还没发的`,
  ages: ({ tick, sender, worker }: Record<'tick' | 'sender' | 'worker', number | undefined>): string =>
    `日程上次运行：${ago(tick)}；上次发送：${ago(sender)}；上次做任务：${ago(worker)}`,
  settings: '**名单与设置**',
  holidays: (year: number): string => `节假日表到 ${year} 年`,
  form: '⚠ 没有填表号、批准文号、有效期：卡片上写“工作台账，企业自愿提供”。用 npm run admin -- doctor 看怎么补。',
  unbound: (groups: number): string => `⚠ 有 ${groups} 个群还没有绑定地区：请在群里发“/绑定 地区名”。`,
  noOperations: '还没有运维群：在群里发“/绑定 运维”，告警就发到群里；现在私下发给每位系统管理员。',
  vacant: (names: readonly string[]): string =>
    `⚠ 暂无经办人：${some(names, MOST_NAMES)}。请区工信局发“/交接”指定。`,
  held: (gone: number, of: number): string =>
    `⚠ 通讯录里一次少了 ${gone} 人（共 ${of} 人），没有收回任何人的身份。多半是应用的通讯录范围被改小了，请先核对；确实都离开了，再按“确认离职”。`,
  agree: '确认离职',
  agreeTitle: '这些人确实都离开了？',
  agreeText: (gone: number): string => `再核对一次通讯录，最多收回 ${gone} 人的全部身份，不能一次恢复。`,
  dead: (count: number): string => `**放弃的推送和任务**　${count} 条`,
  deadLine: (given: { kind: string; to: string; age: number; why: string }): string =>
    `${kinds[given.kind] ?? given.kind}　${given.to}　${ago(given.age)}　${reasons[given.why] ?? given.why}`,
  more: (count: number): string =>
    `还有 ${count} 条，处理完这些再看；也可以用 npm run admin -- dead list 看全部。`,
  group: '群',
  somebody: '已离开的人员',
  replay: (number: number): string => `重发第 ${number} 条`,
  replayTitle: '再发一次？',
  replayText: '已经发出过的会发第二次；内容按现在的数据重写，不用再说的就不发。',
  which: '不再管哪一条',
  why: '原因（会留下来）',
  drop: '丢弃',
  number: (number: number): string => `第 ${number} 条`,
  refresh: '刷新',
} as const satisfies Record<string, unknown>
