import { type Month, shortMonth } from '../../shared/domain/month.ts'

/** What the district hears of a township between the reminders. */
export const news = {
  title: (township: string, month: Month): string => `${township} ${shortMonth(month)}有情况说明`,
  /** `own`: how many firms still owed it stands for, where an officer spoke for firms of their own. */
  difficulty: (reason: string, own: number | undefined): string =>
    own === undefined
      ? `困难：${reason}。已停止提醒，请联系了解、协助。`
      : `困难（经办人负责的企业，还差 ${own} 户）：${reason}。这些企业已停止提醒，其余照常；请联系了解、协助。`,
  halted: (count: number): string => `停产、搬迁、注销 ${count} 户，本月不填数；有疑问的可以退回：`,
  noneHalted: '没有停产、搬迁、注销的企业。',
  more: (count: number): string => `另有 ${count} 户，点下面的按钮看。`,
} as const
