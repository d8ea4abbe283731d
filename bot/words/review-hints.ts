import { type Month, shortMonth } from '../../shared/domain/month.ts'

const MOST_PLACES = 10

export const hintWords = {
  button: '看数字提示',
  title: (township: string, month: Month): string => `${township} · ${shortMonth(month)}数字提示`,
  intro: '提示只说数字看起来怎样，不作结论，也没有问过填报人。要问的，回审核卡退回并写明原因。',
  township: '**整个乡镇的数放在一起看**',
  firms: (count: number): string => `**逐户看**（${count} 户，对全区合计影响大的在前）`,
  /** The firms concerned, by their places in the table of the review card. */
  places: (places: readonly number[]): string => {
    if (places.length === 0) return ''
    const more = places.length > MOST_PLACES ? ` 等 ${places.length} 户` : ''
    return `序号 ${places.slice(0, MOST_PLACES).join('、')}${more}。`
  },
  none: '没有要提示的。',
  back: '回审核卡',
  rest: (left: number): string => `还有 ${left} 户`,
} as const
