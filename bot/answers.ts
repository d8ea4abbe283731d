import { scopeFor } from '../shared/domain/permission.ts'
import { isKnown, type OpenId, type Person } from '../shared/domain/person.ts'
import type { ChatId, Push, Recipient } from '../shared/domain/push.ts'
import type { Change, Incoming, Plan, Ports } from '../shared/ports.ts'
import { readCommand } from './commands/read.ts'
import type { Place, Turn } from './declare.ts'
import type { Context } from './dispatch.ts'
import { looksLikeFigures } from './flows/looks-like-figures.ts'

type Said = Extract<Incoming, { is: 'message' | 'file' | 'menu' | 'bot-added' | 'bot-removed' }>

/** What a message, a file, a menu or a change of chats leads to: perhaps changes, and an answer planned as a push. */
export const answerChanges = async (context: Context, incoming: Said): Promise<Change[]> => {
  if (incoming.is === 'bot-added' || incoming.is === 'bot-removed') return moveChat(context, incoming)
  if (isOverheard(incoming)) return []
  const { person, plan } = context
  if (!isKnown(person) || plan === undefined)
    return [pushOf(context, { kind: 'outsider', to: { person: incoming.from }, facts: {} })]
  switch (incoming.is) {
    case 'message':
      return answerMessage({ ...context, person, plan }, incoming)
    case 'menu':
      return [answerTo(context, incoming.from, `/${incoming.key}`)]
    case 'file':
      return [readFile(context, incoming)]
  }
}

/** Said in a group, and not to us. */
const isOverheard = (incoming: Said): boolean =>
  (incoming.is === 'message' && incoming.group && !incoming.toBot) ||
  (incoming.is === 'file' && incoming.group)

/** What somebody gets who has written nothing: the answer to a command, privately. */
const answerTo = (context: Context, asker: OpenId, text: string): Change =>
  pushOf(context, { kind: 'answer', to: { person: asker }, facts: { text, asker, group: false } })

type Known = Context & Required<Pick<Context, 'person' | 'plan'>>

const answerMessage = async (
  context: Known,
  incoming: Extract<Incoming, { is: 'message' }>,
): Promise<Change[]> => {
  const { person, plan, ports } = context
  const { chat, group, message } = incoming
  const facts = { text: incoming.text.slice(0, LONGEST_TEXT), asker: incoming.from, chat, group }
  const read = readCommand(incoming.text)
  if (!group && read.is !== 'command' && looksLikeFigures(incoming.text) && mayFile(person, plan))
    return [readPaste(context, incoming)]
  const aside = group && (read.is !== 'command' || read.command.answer === 'private')
  const to: Recipient = aside ? { person: incoming.from } : { chat }
  const answer = pushOf(context, { kind: 'answer', to, facts, replyTo: message })
  const notice = pushOf(context, { kind: 'sent-privately', to: { chat }, facts: {}, replyTo: message })
  const changes = aside ? [answer, notice] : [answer]
  if (read.is !== 'command') return changes
  const words = read.command.read(read.words)
  if (words.is === 'refused') return changes
  const there = await placeOf(ports, chat, group)
  const turn: Turn = { ...context, who: person, plan, via: `command:${read.command.name}` }
  return [...(await words.decide(turn, there)), ...changes]
}

/** Where it was said: a group that is bound to a unit answers about that unit. */
export const placeOf = async ({ store }: Ports, chat: ChatId, group: boolean): Promise<Place> => {
  const bound = group ? await store.chat(chat) : undefined
  return { chat, group, ...(bound?.unit && { unit: bound.unit }) }
}

const moveChat = async (
  { ports, plan }: Context,
  incoming: Extract<Incoming, { is: 'bot-added' | 'bot-removed' }>,
): Promise<Change[]> => {
  const known = await ports.store.chat(incoming.chat)
  // Whoever added it says whose group it is; which unit's, only somebody who binds it.
  const chat = { ...(plan && { programme: plan.programme.id }), ...(known ?? { id: incoming.chat }) }
  return [{ is: 'chat', chat: { ...chat, inside: incoming.is === 'bot-added' } }]
}

/** A file is read by the worker; several keep the order in which they were sent. */
const readFile = (
  context: Context,
  { from, at, message, file, name }: Extract<Incoming, { is: 'file' }>,
): Change => {
  const facts = { message, file, name: name.slice(0, LONGEST_FILE_NAME) }
  const { push } = pushOf(context, { kind: 'read-file', to: { person: from }, facts })
  return { is: 'push', push: { ...push, lane: 'work', due: Math.min(at, context.at), replyTo: message } }
}

/** A text that may be figures is read by the worker, in order with the files; it is answered as words if it is none. */
const readPaste = (
  context: Context,
  { from, at, message, text }: Extract<Incoming, { is: 'message' }>,
): Change => {
  const facts = { message, text: text.slice(0, LONGEST_TEXT), asker: from }
  const { push } = pushOf(context, { kind: 'read-paste', to: { person: from }, facts })
  return { is: 'push', push: { ...push, lane: 'work', due: Math.min(at, context.at), replyTo: message } }
}

const mayFile = (person: Person, { programme }: Plan): boolean =>
  scopeFor(person, programme.id, 'file').length > 0

/** A push is at most 1 KB. */
const LONGEST_FILE_NAME = 150
const LONGEST_TEXT = 200

const pushOf = (
  { id, at, plan, person }: Context,
  { kind, to, facts, replyTo }: { kind: string; to: Recipient; facts: Push['facts']; replyTo?: string },
): Extract<Change, { is: 'push' }> => ({
  is: 'push',
  push: {
    id: `${kind}:${id}`,
    lane: 'answer',
    due: at,
    kind,
    programme: plan?.programme.id ?? person?.roles[0]?.programme ?? 'none',
    to,
    facts,
    quiet: false,
    proactive: false,
    ...(replyTo !== undefined && 'chat' in to && { replyTo }),
  },
})
