import type { Programme } from '../../../shared/domain/programme.ts'

/** The tier of last year's sales in 万元; `undefined` sales are those of a firm too new to have any. */
export const tierOf = ({ tiers }: Programme, sales: number | undefined): string => {
  const tier = tiers.find(({ from, below }) =>
    sales === undefined
      ? from === undefined && below === undefined
      : (from ?? below) !== undefined && (from ?? 0) <= sales && sales < (below ?? Number.POSITIVE_INFINITY),
  )
  return (tier ?? tiers.at(-1))?.id ?? ''
}
