import type { Figures } from '../figures.ts'

/** Tax over sales, below and above which a month is unusual: 5 in 100 real firm-years lie outside on either side. */
const TAX_BAND = { low: -0.02, high: 0.14 } as const

/** True where a month's tax is outside the band of its sales; a refund alone may do that, so one month says nothing. */
export const isOutsideTaxBand = ({ sales, tax }: Figures): boolean => {
  if (sales === undefined || tax === undefined || sales <= 0) return false
  const rate = tax / sales
  return rate < TAX_BAND.low || rate > TAX_BAND.high
}
