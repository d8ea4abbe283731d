import { type Imported, importedAt } from '../../shared/domain/import-indicators.ts'
import type { Indicator, Programme } from '../../shared/domain/programme.ts'
import { programme } from './snapshot.ts'

/** The programme with tax supplied by its bureau; officers file the other three. */
export const supplied: Programme = {
  ...programme,
  indicators: programme.indicators.map((one): Indicator => {
    if (one.id !== 'tax') return one
    const { comparedWith: _, ...rest } = one
    return { ...rest, supplier: 'tax' }
  }),
}

/** What the tax bureau has: taxable sales to be compared, and tax. */
export const taxBureau: Imported[] = importedAt(supplied, 'district').filter(
  ({ department }) => department === 'tax',
)
