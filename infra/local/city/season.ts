import chineseDays from 'chinese-days'

/** Percent of a year's sales by month, January first, as they would be without the Spring Festival. */
const WITHOUT_FESTIVAL = [9.1, 7.9, 7.5, 7.4, 6.9, 7.2, 7.2, 7.7, 8.1, 7.8, 8.9, 10.2]

/** Work thins out a few days before the first day of the lunar year and is back to normal after the Lantern Festival. */
const QUIET_DAYS = { before: 4, after: 17 }
const LOST_ON_A_QUIET_DAY = 0.7

const DAY = 86_400_000

/** Percent of a year's sales by month, with the Spring Festival where that year has it. */
export const monthShares = (year: number): number[] => {
  const newYear = Date.parse(chineseDays.getSolarDateFromLunar(`${year}-01-01`).date)
  const lost = WITHOUT_FESTIVAL.map(() => 0)
  for (let day = -QUIET_DAYS.before; day <= QUIET_DAYS.after; day++) {
    const month = new Date(newYear + day * DAY).getUTCMonth()
    lost[month] = (lost[month] ?? 0) + LOST_ON_A_QUIET_DAY
  }
  return WITHOUT_FESTIVAL.map((share, month) => {
    const days = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
    return share * (1 - (lost[month] ?? 0) / days)
  })
}
