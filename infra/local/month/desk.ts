import type { OpenId } from '../../../shared/domain/person.ts'
import type { Memory } from './acknowledged.ts'
import { buttonTo, type OnCard, readCard } from './card-reader.ts'
import type { Knowledge } from './filled.ts'
import type { PeopleClient, ShownMessage } from './people-client.ts'

/** What everybody in the city works with. */
export type Desk = {
  client: PeopleClient
  memory: Memory
  knowledge: Knowledge
  /** So many firms have been filed for the first time. */
  onFiled: (firms: number) => void
}

/** A card in somebody's hands, as it stands now. */
export type Held = { who: OpenId; message: string; card: OnCard }

/** Where a button leads. */
export type Way = { flow: string; step: string; township?: string }

/** The newest card in somebody's chat that leads there. */
export const newest = async (
  { client }: Desk,
  who: OpenId,
  { flow, step, township }: Way,
): Promise<Held | undefined> =>
  (await client.heardBy(who))
    .flatMap(({ message_id, card }) => (card ? [{ who, message: message_id, card: readCard(card) }] : []))
    .findLast(({ card }) => buttonTo(card, flow, step, township))

/** A fresh card: what is there to be done? Undefined when the bot says that there is nothing. */
export const askWhatToDo = async ({ client }: Desk, who: OpenId): Promise<Held | undefined> => {
  const { message_id, card } = await client.ask(who, '/待办', isWayIn)
  return card ? { who, message: message_id, card: readCard(card) } : undefined
}

const WAYS_IN = ['change-condition', 'review-month', 'open-month', 'publish-month']

/** A receipt that comes in meanwhile leads nowhere of these; that there is nothing to do is said in words. */
const isWayIn = ({ card }: ShownMessage): boolean =>
  !card || readCard(card).buttons.some(({ token }) => WAYS_IN.includes(token.flow))

/** A press on the card; where the bot answers with a toast alone, the card stays. */
export const press = async (
  { client }: Desk,
  held: Held,
  { flow, step, township }: Way,
  form?: Readonly<Record<string, string>>,
): Promise<{ held: Held; changed: boolean }> => {
  const button = buttonTo(held.card, flow, step, township)
  if (button === undefined)
    throw new Error(`${held.who} looks for a button ${flow}/${step} that is not there`)
  const heard = await client.press(held.message, { as: held.who, button, ...(form && { form }) })
  return heard.card
    ? { held: { ...held, card: readCard(heard.card) }, changed: true }
    : { held, changed: false }
}
