import { type CreditCode, type Enterprise, placesOf } from '../../domain/enterprise.ts'
import { levelOf, type UnitPath } from '../../domain/unit.ts'
import type { Plan } from '../../ports.ts'
import type { RegistryPlace, RegistryWalked } from './walk-registry.ts'

const FIRMS_AT_ONCE = 50

/**
 * The firms as they stand against the chain: each entry is what its last stage left, none is missing, too many or not
 * on the record, it stands on the list of every township where it reports or has reported and on no other, and no stage
 * is there that no link names.
 */
export const checkFirms = async (
  place: RegistryPlace,
  { firms }: RegistryWalked,
  { units }: Plan,
): Promise<void> => {
  const { store, programme, seal, broken } = place
  const districts = units.map(({ path }) => path).filter((path) => levelOf(path) === 'district')
  const lists = await Promise.all(districts.map((district) => store.listedIn(programme, district)))
  const listed = new Map<CreditCode, Listed[]>()
  for (const one of lists.flat()) listed.set(one.firm.code, [...(listed.get(one.firm.code) ?? []), one])
  const codes = [...new Set([...firms.keys(), ...listed.keys()])].toSorted()
  const own = new Map((await store.ownEntries(programme, codes)).map((one) => [one.firm.code, one]))
  for (const code of codes) {
    const known = firms.get(code)
    const { firm, isTagged } = own.get(code) ?? {}
    const [expected = '', found = ''] = [known?.seal, firm && `${seal(firm)}${isTagged ? '' : ' etag'}`]
    if (known === undefined) broken({ is: 'firm-beyond', code })
    else if (firm === undefined) broken({ is: 'firm-missing', code, number: known.stages })
    else if (expected !== found) broken({ is: 'firm-edited', code, number: known.stages, expected, found })
    checkLists(place, code, { firm, copies: listed.get(code) ?? [] })
  }
  for (let start = 0; start < codes.length; start += FIRMS_AT_ONCE)
    await Promise.all(
      codes.slice(start, start + FIRMS_AT_ONCE).map((code) => nothingBeyond(place, firms, code)),
    )
}

type Listed = { township: UnitPath; firm: Enterprise }

const checkLists = (
  { seal, broken }: RegistryPlace,
  code: CreditCode,
  { firm, copies }: { firm: Enterprise | undefined; copies: readonly Listed[] },
): void => {
  const places = firm ? placesOf(firm) : []
  const [is, expected] = ['list-edited', firm ? seal(firm) : ''] as const
  for (const township of places)
    if (!copies.some((copy) => copy.township === township))
      broken({ is, code, township, expected, found: '' })
  for (const copy of copies) {
    const found = seal(copy.firm)
    const { township } = copy
    if (found !== expected || !places.includes(township)) broken({ is, code, township, expected, found })
  }
}

const nothingBeyond = async (
  { store, programme, broken }: RegistryPlace,
  firms: RegistryWalked['firms'],
  code: CreditCode,
): Promise<void> => {
  const last = await store.lastStage(programme, code)
  if (last && last.number > (firms.get(code)?.stages ?? 0))
    broken({ is: 'stage-beyond', code, number: last.number })
}
