import type { Clock } from '../clock.ts'
import type { Faults } from '../http/faults.ts'
import { newId } from '../ids.ts'
import { delivery } from '../limits.ts'
import type { Options } from '../options.ts'
import type { Delivery } from '../state/model.ts'
import type { State } from '../state/state.ts'
import { createBodies } from './bodies.ts'
import { type Posted, post } from './post.ts'
import { reencode } from './reencode.ts'
import { encrypt, sign } from './seal.ts'
import type { Sockets } from './sockets.ts'

type Parcel = Pick<Delivery, 'kind' | 'type' | 'event_id' | 'attempt'> & {
  url: string
  body: string
  /** Seconds, as the signature names them. */
  timestamp: string
}
export type Delivered = Posted | { is: 'unsubscribed' }
export type Courier = ReturnType<typeof createCourier>

type Parts = { options: Options; state: State; clock: Clock; sockets: Sockets; faults: Faults }

/** Takes one parcel to the bot: over a WebSocket when one is connected, else sealed over HTTP. */
export function createCourier({ options, state, clock, sockets, faults }: Parts) {
  const bodies = createBodies()
  let order = state.deliveries.all().map((entry) => entry.id)

  const sealed = (text: string, parcel: Parcel) => {
    const mangle = faults.strike('reencode', parcel.type) ? reencode : (json: string) => json
    if (options.encryptKey === '') return { body: mangle(text), headers: {} }
    const body = mangle(JSON.stringify({ encrypt: encrypt(mangle(text), options.encryptKey) }))
    return { body, headers: sign(body, options.encryptKey, parcel.timestamp) }
  }

  const carry = async (parcel: Parcel): Promise<Delivered> => {
    if (sockets.connected() > 0) return sockets.send(parcel.body, parcel.event_id, delivery.answerWithin)
    if (parcel.url === '') return { is: 'unsubscribed' }
    const { body, headers } = sealed(parcel.body, parcel)
    return post(parcel.url, body, headers, delivery.answerWithin)
  }

  const record = (parcel: Parcel, to: string, at: number, ms: number, delivered: Delivered) => {
    const entry: Delivery = {
      id: newId.event(),
      kind: parcel.kind,
      type: parcel.type,
      event_id: parcel.event_id,
      to,
      attempt: parcel.attempt,
      at,
      ms,
      status: delivered.is === 'answered' ? delivered.status : 0,
      outcome: delivered.is === 'unreachable' ? `unreachable: ${delivered.why}` : delivered.is,
    }
    bodies.keep(entry.id, parcel.body, delivered.is === 'answered' ? delivered.body : '')
    order.push(entry.id)
    const forgotten = order.slice(0, -delivery.remembered)
    order = order.slice(-delivery.remembered)
    state.commit(state.deliveries.put(entry.id, entry), ...forgotten.map((id) => state.deliveries.drop(id)))
  }

  return {
    bodies,

    async deliver(parcel: Parcel): Promise<Delivered> {
      const at = clock.now()
      const started = performance.now()
      const to = sockets.connected() > 0 ? 'websocket' : parcel.url
      const arrived = await carry(parcel)
      const lost = arrived.is === 'answered' && faults.strike('lost-ack', parcel.type)
      const delivered: Delivered = lost ? { is: 'late' } : arrived
      record(parcel, to, at, Math.round(performance.now() - started), delivered)
      return delivered
    },
  }
}
