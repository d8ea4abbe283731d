import { isKnown } from '../shared/domain/person.ts'
import type { ChatId, Push, Recipient } from '../shared/domain/push.ts'
import type { Change, Incoming, Ports } from '../shared/ports.ts'
import { readCommand } from './commands/read.ts'
import type { Place, Turn } from './declare.ts'
import type { Context } from './dispatch.ts'

type Said = Exclude<Incoming, { is: 'press' | 'unknown' }>

/** What a message, a file, a menu or a change of chats leads to: perhaps changes, and an answer planned as a push. */
export const answerChanges = async (context: Context, incoming: Said): Promise<Change[]> => {
  switch (incoming.is) {
    case 'message':
      return incoming.group && !incoming.toBot ? [] : answerMessage(context, incoming)
    case 'menu':
      return [
        pushOf(context, {
          kind: 'answer',
          to: { person: incoming.from },
          facts: { text: `/${incoming.key}`, asker: incoming.from, group: false },
        }),
      ]
    case 'file':
      return incoming.group
        ? []
        : [
            pushOf(context, {
              kind: 'answer',
              to: { chat: incoming.chat },
              facts: { text: '/帮助', asker: incoming.from, group: false },
            }),
          ]
    case 'bot-added':
    case 'bot-removed':
      return moveChat(context, incoming)
  }
}

const answerMessage = async (
  context: Context,
  incoming: Extract<Incoming, { is: 'message' }>,
): Promise<Change[]> => {
  const { person, plan, ports } = context
  const { chat, group, message } = incoming
  if (!isKnown(person) || plan === undefined)
    return [pushOf(context, { kind: 'outsider', to: { person: incoming.from }, facts: {} })]
  const facts = { text: incoming.text.slice(0, 200), asker: incoming.from, chat, group }
  const read = readCommand(incoming.text)
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
  { ports }: Context,
  incoming: Extract<Incoming, { is: 'bot-added' | 'bot-removed' }>,
): Promise<Change[]> => {
  const known = await ports.store.chat(incoming.chat)
  return [{ is: 'chat', chat: { ...(known ?? { id: incoming.chat }), inside: incoming.is === 'bot-added' } }]
}

const pushOf = (
  { id, at, plan, person }: Context,
  { kind, to, facts, replyTo }: { kind: string; to: Recipient; facts: Push['facts']; replyTo?: string },
): Change => ({
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
