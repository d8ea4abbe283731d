import type { Month } from '../../../shared/domain/month.ts'
import type { Report } from '../../../shared/domain/report.ts'
import type { UnitPath } from '../../../shared/domain/unit.ts'
import type { Store } from '../../../shared/ports.ts'
import type { PeopleClient } from '../month/people-client.ts'
import type { Cast } from './cast.ts'

/** The form on a card that gives something back to be mended or explained. */
const GIVEN_BACK = '"name":"rest_form"'

/**
 * Whether the bot has pointed at a figure in the tour's township: a version bears its question for ever; a refusal is
 * stored nowhere, so it shows only as long as the card is not mended, and is kept here for as long as we run.
 */
export const mistakesOf = (store: Store, client: PeopleClient) => {
  const seen = new Set<Month>()
  return async (programme: string, month: Month, cast: Cast): Promise<boolean> => {
    const { township, officers } = cast
    if (seen.has(month)) return true
    if (township === undefined) return false
    const found = (await wasAsked(store, programme, month, township)) || (await isGivenBack(client, officers))
    if (found) seen.add(month)
    return found
  }
}

const wasAsked = async (
  store: Store,
  programme: string,
  month: Month,
  township: UnitPath,
): Promise<boolean> => {
  const reports = await store.reports({ programme, month, township })
  if (reports.some(({ questions }) => questions.length > 0)) return true
  const changed = reports.filter(({ revision }) => revision > 1)
  return (await Promise.all(changed.map((one) => wasAskedBefore(store, programme, one)))).some(Boolean)
}

const wasAskedBefore = async (store: Store, programme: string, { code, month }: Report): Promise<boolean> => {
  const life = await store.history(programme, code)
  return life?.versions.some((one) => one.month === month && one.questions.length > 0) ?? false
}

const isGivenBack = async (client: PeopleClient, officers: Cast['officers']): Promise<boolean> => {
  const heard = await Promise.all(officers.map(({ person }) => client.heardBy(person)))
  return heard.flat().some(({ card }) => card && JSON.stringify(card).includes(GIVEN_BACK))
}
