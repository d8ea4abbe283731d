import type { Seat } from './seat.ts'

const zh = {
  everybody: '所有人',
  somebody: '用户',
  table: '表格',
  pages: '翻页',
  before: '上一页',
  next: '下一页',
  enlarge: (what: string) => (what === '' ? '看大图' : `看大图：${what}`),
  close: '关闭',
  noImage: '图片读不出来',
  others: (count: number) => `等 ${count} 人`,
  unknown: (tag: string) => `［${tag}］这里还看不了这种组件`,
}
const en: typeof zh = {
  everybody: 'Everyone',
  somebody: 'User',
  table: 'Table',
  pages: 'Pages',
  before: 'Previous page',
  next: 'Next page',
  enlarge: (what) => (what === '' ? 'Enlarge' : `Enlarge: ${what}`),
  close: 'Close',
  noImage: 'The image cannot be read',
  others: (count) => `${count} in all`,
  unknown: (tag) => `[${tag}] This component cannot be shown here`,
}

/** What this client itself says in a card, in the language in which the reader's seat shows cards. */
export const words = (locale: Seat['locale']): typeof zh => (locale === 'en_us' ? en : zh)
