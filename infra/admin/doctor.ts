import { access, constants } from 'node:fs/promises'
import { dirname } from 'node:path'
import { dayOf, type Instant } from '../../shared/domain/instant.ts'
import { Month, monthsFrom, plusMonths, yearOf } from '../../shared/domain/month.ts'
import { termsOf } from '../../shared/domain/schedule.ts'
import type { Plan } from '../../shared/ports.ts'
import { askFeishu, configured, type OpenTable } from '../../shared/runtime-admin.ts'
import { oldestPushSeconds } from '../../shared/usecases/oldest-push.ts'

/** `mend`: what to do about it, where there is something to do. `isFatal`: nothing works until it is done. */
export type Finding = { what: string; say: string; mend?: string; isFatal?: true }

const SKEW_MS = 60_000
const LATE_SECONDS = 15 * 60
const MONTHS_AHEAD = 6

export const feishuFindings = async (): Promise<Finding[]> => {
  const config = configured()
  if ('wrong' in config)
    return [
      {
        what: '配置',
        say: config.wrong,
        mend: '按 infra/serve.md 或 infra/deploy.md 补上环境变量。',
        isFatal: true,
      },
    ]
  try {
    const { bot, aheadMs } = await askFeishu(config)
    const reached = { what: '飞书', say: `应用可用，机器人叫“${bot}”。` }
    if (aheadMs === undefined || Math.abs(aheadMs) <= SKEW_MS) return [reached]
    const seconds = Math.round(Math.abs(aheadMs) / 1000)
    const mend =
      '请打开这台机器的时间同步（chrony 或 systemd-timesyncd）；差 5 分钟以上，卡片上的按钮就不能用了。'
    return [reached, { what: '时钟', say: `与飞书差 ${seconds} 秒。`, mend, isFatal: true }]
  } catch {
    const mend =
      '请核对 LARK_APP_ID、LARK_APP_SECRET、LARK_DOMAIN，应用已发布并开启机器人，这台机器能访问飞书。'
    return [{ what: '飞书', say: '连不上，或者不认这个应用。', mend, isFatal: true }]
  }
}

export const tableFindings = async (table: OpenTable, now: Instant): Promise<Finding[]> => {
  const { store } = table.record
  try {
    const ids = await store.programmes()
    const plans = (await Promise.all(ids.map((id) => store.plan(id)))).filter((plan) => plan !== undefined)
    if (plans.length === 0)
      return [
        {
          what: '数据表',
          say: '读得到，里面没有方案。',
          mend: 'npm run admin -- init <方案文件>',
          isFatal: true,
        },
      ]
    const each = await Promise.all(plans.map((plan) => planFindings(plan, store, now)))
    return [
      ...(await guardFindings(table)),
      ...(await outboxFindings(table, now)),
      ...each.flat(),
      ...(await journalFindings(table)),
    ]
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    const mend = '请核对 DYNAMODB_ENDPOINT、TABLE_NAME、AWS_REGION；内置数据库要 npm run serve 正在运行。'
    return [{ what: '数据表', say: `读不到：${why}`, mend, isFatal: true }]
  }
}

const guards = {
  stream: '数据流没有开，发送程序不会被唤醒。',
  recovery: '按时间点恢复（PITR）没有开，数据丢了找不回来。',
  expiry: '到期删除（TTL）没有开，收件标记只增不减。',
  protection: '删除保护没有开。',
} as const

const guardFindings = async ({ endpoint, guards: read }: OpenTable): Promise<Finding[]> => {
  const what = '数据表的保护'
  if (endpoint !== undefined) return [{ what, say: '内置数据库不用数据流、PITR、TTL；备份用 admin backup。' }]
  const found = await read().catch(() => undefined)
  const mend = 'npm run deploy 重新部署一遍；有人在控制台改过。'
  if (found === undefined)
    return [{ what, say: '没有权限看。', mend: '请给这个账号 dynamodb:Describe* 权限。' }]
  const off = (['stream', 'recovery', 'expiry', 'protection'] as const).filter((guard) => !found[guard])
  if (off.length === 0) return [{ what, say: '数据流、PITR、TTL、删除保护都开着。' }]
  return [{ what, say: off.map((guard) => guards[guard]).join(''), mend }]
}

const outboxFindings = async ({ record: { store } }: OpenTable, now: Instant): Promise<Finding[]> => {
  const clock = { now: () => now, wall: () => now, monotonic: () => 0, sleep: async () => {} }
  const [oldest, dead] = await Promise.all([oldestPushSeconds({ store, clock }), store.deadLetters()])
  const late: Finding = {
    ...{ what: '待发', say: `最早的一条已晚了 ${Math.round(oldest / 60)} 分钟。` },
    mend: '发送程序没有在跑，或者飞书不通：看日志里的 push-failed、lark-failed。',
  }
  return [
    oldest > LATE_SECONDS ? late : { what: '待发', say: '没有积压。' },
    ...(dead.length > 0
      ? [
          {
            what: '放弃的推送',
            say: `${dead.length} 条。`,
            mend: 'npm run admin -- dead list，逐条 replay 或 drop。',
          },
        ]
      : []),
  ]
}

const planFindings = async (
  { programme, units }: Plan,
  store: OpenTable['record']['store'],
  now: Instant,
): Promise<Finding[]> => {
  const { id, form } = programme
  const today = dayOf(now)
  const running = Month.parse(today.slice(0, 7))
  const ahead = monthsFrom(running, plusMonths(running, MONTHS_AHEAD)).filter((month) =>
    programme.years.includes(yearOf(month)),
  )
  const blocked = ahead.find((month) => 'blocked' in termsOf(programme, month))
  const people = await store.people(id)
  const staffed = (role: string) => people.some((one) => one.role === role)
  const missing = (['city', 'administrator'] as const).filter((role) => !staffed(role))
  const names = { city: '市工信', administrator: '系统管理员' }
  return [
    blocked === undefined
      ? { what: `${id} 节假日`, say: `${MONTHS_AHEAD} 个月内的日程都排得出来。` }
      : {
          what: `${id} 节假日`,
          say: `从 ${blocked} 起排不出日程。`,
          mend: '国务院公布后升级本系统，或在方案的 calendar 里补上。',
        },
    form === undefined || form.validUntil < today
      ? {
          what: `${id} 表号`,
          say: `${form ? `批准文号已于 ${form.validUntil} 到期` : '没有表号、批准文号、有效期'}，卡片上写“工作台账，企业自愿提供”。`,
          mend: '经统计部门批准后 npm run admin -- init <方案文件> --form-number … --approval … --valid-until …；没有批准不要写。',
        }
      : { what: `${id} 表号`, say: `${form.number}，有效期至 ${form.validUntil}。` },
    { what: `${id} 单位`, say: `${units.length} 个，${people.length} 个岗位。` },
    ...missing.map((role) => ({
      what: `${id} 人员`,
      say: `没有${names[role]}。`,
      mend: '没有人能开表、发布或管理人员，请补上。',
    })),
  ]
}

const journalFindings = async ({ journalFile }: OpenTable): Promise<Finding[]> => {
  const mend = '在另一块盘上给 npm run serve 设 JOURNAL_FILE，数据丢了才知道备份以后收下了什么；AWS 上不用。'
  if (journalFile === undefined) return [{ what: '日志文件', say: '没有。', mend }]
  const isWritable = await access(dirname(journalFile), constants.W_OK).then(
    () => true,
    () => false,
  )
  return [
    isWritable
      ? { what: '日志文件', say: journalFile }
      : { what: '日志文件', say: `${journalFile} 写不进去。`, mend },
  ]
}
