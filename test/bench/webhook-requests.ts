import { EventDispatcher, LoggerLevel } from '@larksuiteoapi/node-sdk'
import { readIncoming } from '../../shared/lark/incoming.ts'
import { verify, type WebhookRequest } from '../../shared/lark/verify.ts'
import { app, envelopeOf, now, options, sealed, signedRequest } from '../shared/lark/feishu.ts'
import { codes } from './codes.ts'
import { median, type Part, rounded } from './measured.ts'

const ROUNDS = 30
const REQUESTS_A_ROUND = 300

/** A press on a page of twenty firms and a message, as they come: signed and encrypted. */
const requests = (): WebhookRequest[] => {
  const page = codes.slice(0, 20)
  const value = {
    flow: 'report-figures',
    version: 1,
    step: 'submit',
    state: { programme: 'nt22', codes: page },
  }
  const form_value = Object.fromEntries(
    page.flatMap((code) => ['sales', 'tax', 'power', 'staff'].map((id) => [`${id}_${code}`, '1850.5'])),
  )
  const press = envelopeOf('card.action.trigger', {
    ...{ operator: { open_id: 'ou_zhang' }, token: 'c-1' },
    action: { tag: 'button', value, form_value },
    context: { open_message_id: 'om_1', open_chat_id: 'oc_1' },
  })
  const message = envelopeOf('im.message.receive_v1', {
    sender: { sender_id: { open_id: 'ou_zhang' }, sender_type: 'user' },
    message: {
      ...{ message_id: 'om_1', chat_id: 'oc_1', chat_type: 'p2p', message_type: 'text' },
      ...{ create_time: String(now), content: JSON.stringify({ text: '/进度 如皋市 2023-03' }) },
    },
  })
  return [press, message].map((envelope) => signedRequest(sealed(envelope)))
}

/** Both take the bytes of a body and its headers, and say whether they have understood. */
type Receiver = (request: WebhookRequest) => Promise<boolean>

const ours: Receiver = async (request) => {
  const verified = verify(request, options)
  return verified.is === 'verified' && readIncoming(verified.envelope).is !== 'unknown'
}

/** As the SDK's own adapters hand a request to its dispatcher. */
const sdk = (): Receiver => {
  let heard = false
  const handler = async () => {
    heard = true
  }
  const logger = { error() {}, warn() {}, info() {}, debug() {}, trace() {} }
  const { encryptKey, verificationToken } = app
  const dispatcher = new EventDispatcher({
    ...{ encryptKey, verificationToken, logger, loggerLevel: LoggerLevel.error },
  }).register({ 'im.message.receive_v1': handler, 'card.action.trigger': handler })
  const utf8 = new TextDecoder()
  return async ({ headers, body }) => {
    heard = false
    await dispatcher.invoke(Object.assign(Object.create({ headers }), JSON.parse(utf8.decode(body))))
    return heard
  }
}

const perSecond = async (receive: Receiver, some: readonly WebhookRequest[]): Promise<number> => {
  const began = performance.now()
  for (let number = 0; number < REQUESTS_A_ROUND; number++)
    for (const request of some)
      if (!(await receive(request))) throw new Error('an honest request was not understood')
  return (REQUESTS_A_ROUND * some.length * 1000) / (performance.now() - began)
}

export const webhookRequests: Part = {
  name: 'webhook-requests',
  async measure(say) {
    const some = requests()
    const theirs = sdk()
    const rounds: { ours: number; sdk: number }[] = []
    for (let round = 0; round <= ROUNDS; round++) {
      say(`round ${round} of ${ROUNDS}, ours and the SDK's in turn`)
      const one = { ours: await perSecond(ours, some), sdk: await perSecond(theirs, some) }
      if (round > 0) rounds.push(one)
    }
    const middle = (of: 'ours' | 'sdk') => rounded(median(rounds.map((round) => round[of])), 0)
    return [
      {
        key: 'webhook.rpsRatioToSdk',
        value: rounded(median(rounds.map((round) => round.ours / round.sdk))),
        note: `${middle('ours')} verified requests a second over ${middle('sdk')}`,
      },
    ]
  },
}
