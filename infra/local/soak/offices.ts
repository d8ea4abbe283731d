import type { Month } from '../../../shared/domain/month.ts'
import { agenda } from '../../../shared/domain/schedule.ts'
import type { City } from '../city/city.ts'
import type { Memory } from '../month/acknowledged.ts'
import { buttonTo } from '../month/card-reader.ts'
import { complete } from '../month/complete.ts'
import { askWhatToDo, type Desk, newest, press } from '../month/desk.ts'
import { atOnce, lifeOf } from '../month/life.ts'
import type { PeopleClient } from '../month/people-client.ts'
import { type Office, officesOf } from '../month/shares.ts'
import type { Held } from './bot-press.ts'

export const REPORT = 'report-figures'
const SEED = 1
const HOUR = 3_600_000

type Opening = {
  city: City
  month: Month
  client: PeopleClient
  memory: Memory
  onOffice: (ready: number, all: number) => void
}

/** Opens the month and files one page for each office: each then holds a receipt, from which it can be seen and changed. */
export const openedOffices = async ({ onOffice, ...given }: Opening): Promise<Held[]> => {
  const { city, month, client } = given
  const { desk } = lifeOf({ ...given, seed: SEED, onFiled: () => {}, onPhase: () => {} })
  const opening = agenda(city.plan.programme, month).find(({ action }) => action === 'confirm-opening')
  if (opening === undefined || !('at' in opening)) throw new Error(`${month} has no opening`)
  await client.clock(opening.at)
  const person = city.people.find(({ roles }) => roles.some(({ role }) => role === 'city'))
  const asked = person && (await askWhatToDo(desk, person.id))
  if (asked === undefined) throw new Error('nobody can open the month')
  await press(desk, asked, { flow: 'open-month', step: 'open' })
  await client.clock(opening.at + 2 * HOUR)
  const held: Held[] = []
  // Who files for two townships has one card for both, and one hand.
  const offices = [...new Map(officesOf(city, SEED).map((one) => [one.shares[0]?.officer, one])).values()]
  await atOnce(offices, async (office) => {
    const one = await filedOnce(desk, office)
    if (one) held.push(one)
    onOffice(held.length, offices.length)
  })
  return held
}

/** Undefined where the office has nothing to file, or is left with something to explain. */
const filedOnce = async (desk: Desk, { township, shares: [share] }: Office): Promise<Held | undefined> => {
  const way = { flow: REPORT, step: 'rest', township }
  const home = share && (await newest(desk, share.officer, way))
  if (home === undefined) return undefined
  const page = await press(desk, home, way)
  if (!page.changed) return undefined
  const { who, message, card } = await complete(desk, page.held, true)
  const shown = (await desk.client.heardBy(who)).find(({ message_id }) => message_id === message)
  if (buttonTo(card, REPORT, 'filed') === undefined || shown === undefined) return undefined
  return { who, message, chat: shown.chat_id, card }
}
