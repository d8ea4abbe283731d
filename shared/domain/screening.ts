import { type Amount, SCALE } from './amount.ts'
import type { Programme } from './programme.ts'

/** What a list says of a firm: the tax bureau its taxable sales of a year, the statistics bureau when it left (退统). */
export type Listed = { list: 'tax'; sales: Amount } | { list: 'statistics'; left: number }

export type Screened =
  | { is: 'tier'; tier: string }
  /** Sales below the lowest tier, or already at the threshold; left longer ago than counts, or not yet. */
  | { is: 'outside'; why: 'below' | 'reached' | 'left-before' | 'left-later' }

/**
 * 全面调查摸底 (通政办发〔2022〕2号，三、重点任务 1): the tax bureau lists the industrial firms with taxable sales of 500 to
 * 2,000 万元 in the year before, the statistics bureau those that have left the statistics within the last three years, and
 * the library's tiers (梯队) are made of the two. Within the 500 to 2,000 万元 they follow what the next year shows: of firms
 * at 500 to 1,000 万元 13 % reach the threshold, at 1,000 to 1,500 32 %, at 1,500 to 2,000 51 % (real VAT data, all
 * industries). Who is 新建投产 or 已达标不愿入库 no list says: those tiers are given by hand. `year`: the last full one.
 *
 * Of 1,200 万元 → 成长; of 2,000 万元 → reached; left in 2019, seen from 2021 → 近三年退统; left in 2018 → left-before.
 */
export const screened = (
  { tiers, threshold, screening }: Pick<Programme, 'tiers' | 'threshold' | 'screening'>,
  listed: Listed,
  year: number,
): Screened => {
  if (listed.list === 'statistics') {
    if (listed.left > year) return { is: 'outside', why: 'left-later' }
    const isRecent = screening !== undefined && year - listed.left < screening.leftYears
    return isRecent ? { is: 'tier', tier: screening.leftTier } : { is: 'outside', why: 'left-before' }
  }
  const sales = listed.sales / SCALE
  const tier = tiers.find(
    (one) => isBySales(one) && sales >= (one.from ?? 0) && sales < (one.below ?? threshold),
  )
  if (tier) return { is: 'tier', tier: tier.id }
  return { is: 'outside', why: sales >= threshold ? 'reached' : 'below' }
}

/** A tier that stands on sales, and follows them; the others are given by hand or by the statistics bureau's list. */
export const isBySales = ({ from, below }: Programme['tiers'][number]): boolean =>
  from !== undefined || below !== undefined
