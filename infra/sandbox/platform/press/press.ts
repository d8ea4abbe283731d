import { envelope, idsOf, seconds, tenantKey } from '../deliver/envelope.ts'
import { newId } from '../ids.ts'
import { spans } from '../limits.ts'
import type { Platform } from '../platform.ts'
import { ControlRefusal } from '../refusal.ts'
import type { CardToken, Message, User } from '../state/model.ts'
import { actionOf } from './action.ts'
import type { Pressed } from './pressed.ts'
import { hear } from './reply.ts'

/** A person presses something on a card as it stands now; what the bot answers is seen by everybody. */
export async function press(platform: Platform, message: Message, pressed: Pressed) {
  const user = mayPress(platform, message, pressed.as)
  const action = actionOf(JSON.parse(message.content), pressed)
  const nothing = { code: 0, msg: 'success', toast: null, card: null, open_url: null }
  if (action.is === 'opened') return { ...nothing, open_url: action.url }
  if (action.is === 'local') return { ...nothing, msg: action.say }
  const heard = await callBack(platform, message, user, action.action)
  return { ...heard, open_url: action.url }
}

function mayPress({ state, clock }: Platform, message: Message, openId: string): User {
  const user = state.users.get(openId)
  if (user === undefined) throw new ControlRefusal(`There is no user ${openId}.`, 404)
  if (message.msg_type !== 'interactive') throw new ControlRefusal(`${message.message_id} is not a card.`)
  if (message.recalled) throw new ControlRefusal(`The card ${message.message_id} was recalled.`, 409)
  if (!state.chats.get(message.chat_id)?.members.includes(openId)) {
    throw new ControlRefusal(`${user.name} is not in the chat of this card.`, 409)
  }
  if (clock.now() - message.created > spans.cardLife) {
    throw new ControlRefusal('This card is older than 14 days: it can no longer be pressed.', 409)
  }
  return user
}

async function callBack(platform: Platform, message: Message, user: User, action: Record<string, unknown>) {
  const { state, clock, options, courier, refusals } = platform
  const right = newCardToken(platform, message)
  const { event_id, body } = envelope(options, clock, 'card.action.trigger', {
    operator: { tenant_key: tenantKey, ...idsOf(user) },
    token: right.token,
    action,
    host: 'im_message',
    delivery_type: '',
    context: {
      url: '',
      preview_token: '',
      open_message_id: message.message_id,
      open_chat_id: message.chat_id,
    },
  })
  const delivered = await courier.deliver({
    kind: 'callback',
    type: 'card.action.trigger',
    event_id,
    attempt: 1,
    body,
    url: state.settings.get('app')?.callbackUrl ?? '',
    timestamp: seconds(clock.now()),
  })
  const heard = hear(delivered, options.strict)
  if (heard.code !== 0 && delivered.is === 'answered') {
    const { status, body: request } = delivered
    refusals.add({ api: 'card.action.trigger', status, code: heard.code, msg: heard.msg, request })
  }
  const answered = state.cardTokens.put(right.token, { ...right, answered: true })
  const current = state.messages.get(message.message_id) ?? message
  if (heard.card === null) state.commit(answered)
  else {
    const updated = {
      ...current,
      content: JSON.stringify(heard.card),
      updated: clock.now(),
      updates: current.updates + 1,
    }
    state.commit(answered, state.messages.put(message.message_id, updated))
  }
  return heard
}

function newCardToken({ state, clock }: Platform, message: Message): CardToken {
  const made = clock.now()
  const right = { token: newId.cardToken(), message_id: message.message_id, made, uses: 0, answered: false }
  const dead = state.cardTokens.all().filter((one) => made - one.made > spans.cardToken)
  state.commit(
    state.cardTokens.put(right.token, right),
    ...dead.map((one) => state.cardTokens.drop(one.token)),
  )
  return right
}
