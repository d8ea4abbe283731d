import { type Instant, longTime } from '../../shared/domain/instant.ts'
import { longMonth, type Month } from '../../shared/domain/month.ts'

/** 本月报表 on paper, for the stamp. */
export const sheetWords = {
  button: '下载本月报表（盖章留底）',
  onItsWay: (townships: readonly string[], month: Month): string =>
    `${townships.join('、')} ${longMonth(month)}报表正在做，马上发到单聊里。A4 横向，打印后盖章留底；请只在单位内部使用，不要转发到群里。`,
  making: '报表正在做，马上发到这里。打印后盖章留底，请不要转发到群里。',
  failed: '报表没有做成，是系统的问题。请过几分钟再发“/报表”。',
  whichTownship: '请写是哪个乡镇、园区，如：/报表 金沙街道。',
  notATownship: (name: string): string => `${name}不是乡镇、园区。报表按乡镇、园区出，如：/报表 金沙街道。`,
  fileName: (township: string, month: Month): string => `${township}${longMonth(month)}报表.xlsx`,
  sheet: '报表',
  title: (township: string, month: Month): string => `${township} ${longMonth(month)}企业数据报表`,
  place: (township: string, month: Month): string => `填报单位：${township}　报告期：${longMonth(month)}`,
  headings: ['序号', '企业名称', '统一社会信用代码'],
  remarks: '备注',
  missing: '—',
  nothing: (names: readonly string[]): string => `本月无：${names.join('、')}`,
  corrected: '结账后更正',
  total: (counted: number, all: number): string => `合计（计入 ${counted} 户，应报 ${all} 户）`,
  leftOut: '未报的、被退回待改的和停产、搬迁、注销的不计入合计；“—”是还没有报，0 是确实为 0。',
  state: (closed: boolean, who: string, at: Instant): string =>
    `${longTime(at)} 由${who}导出；${closed ? '本月已结账。' : '本月还没有结账，数还可能变，定稿请在结账后再打印。'}`,
  signatures: ['单位负责人：', '填表人：', '填报日期：　　　　年　　月　　日', '（盖章）'],
} as const
