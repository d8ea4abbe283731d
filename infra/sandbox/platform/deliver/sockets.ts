import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type RawData, type WebSocket, WebSocketServer } from 'ws'
import * as z from 'zod'
import { newId } from '../ids.ts'
import { decodeFrame, encodeFrame, type Frame, headerOf, method } from './frame.ts'
import type { Posted } from './post.ts'

export type Sockets = ReturnType<typeof createSockets>

export const clientConfig = { ReconnectCount: -1, ReconnectInterval: 1, ReconnectNonce: 1, PingInterval: 120 }

const Answer = z.object({ code: z.number(), data: z.string().optional() })
const Tokened = z.looseObject({ header: z.looseObject({ token: z.string() }) })
const text = new TextEncoder()

/** The long connection: each parcel goes to one connected client, and its answer comes back. */
export function createSockets() {
  const server = new WebSocketServer({ noServer: true })
  const tickets = new Set<string>()
  const clients: WebSocket[] = []
  const unanswered = new Map<string, (frame: Frame) => void>()
  let turn = 0

  const pong = (frame: Frame): Frame => ({
    service: frame.service,
    method: method.control,
    headers: [{ key: 'type', value: 'pong' }],
    payload: text.encode(JSON.stringify(clientConfig)),
  })

  const hear = (socket: WebSocket, raw: RawData) => {
    try {
      const frame = decodeFrame(Buffer.isBuffer(raw) ? raw : Buffer.from(String(raw)))
      if (headerOf(frame, 'type') === 'ping') socket.send(encodeFrame(pong(frame)))
      else unanswered.get(headerOf(frame, 'message_id'))?.(frame)
    } catch {
      // Whoever does not speak the protocol is cut off; what it was asked counts as unanswered.
      socket.terminate()
    }
  }

  const join = (socket: WebSocket) => {
    clients.push(socket)
    socket.on('message', (raw) => hear(socket, raw))
    socket.on('error', () => socket.terminate())
    socket.on('close', () => clients.splice(clients.indexOf(socket), 1))
  }

  return {
    connected: () => clients.length,

    /** A one-time pass for the address that the endpoint hands out. */
    ticket(): string {
      const ticket = newId.short()
      tickets.add(ticket)
      return ticket
    },

    upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
      const address = new URL(request.url ?? '/', 'http://localhost')
      const known = address.pathname === '/ws' && tickets.delete(address.searchParams.get('ticket') ?? '')
      if (!known) return void socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
      server.handleUpgrade(request, socket, head, join)
    },

    send(body: string, eventId: string, withinMs: number): Promise<Posted> {
      const client = clients[turn++ % Math.max(1, clients.length)]
      if (client === undefined) return Promise.resolve({ is: 'unreachable', why: 'no client is connected' })
      const id = newId.event()
      const sent = new Promise<Posted>((resolve) => {
        const timer = setTimeout(() => end({ is: 'late' }), withinMs)
        const hungUp = () => end({ is: 'unreachable', why: 'the client hung up' })
        const end = (posted: Posted) => {
          clearTimeout(timer)
          client.off('close', hungUp)
          unanswered.delete(id)
          resolve(posted)
        }
        unanswered.set(id, (frame) => end(read(frame)))
        client.once('close', hungUp)
      })
      client.send(encodeFrame(eventFrame(withoutToken(body), id, eventId)))
      return sent
    },

    close(): void {
      for (const client of [...clients]) client.terminate()
      server.close()
    },
  }
}

/** Whoever is connected has shown the app's secret, so Feishu leaves the Verification Token empty. */
function withoutToken(body: string): string {
  const { header, ...rest } = Tokened.parse(JSON.parse(body))
  return JSON.stringify({ ...rest, header: { ...header, token: '' } })
}

function eventFrame(body: string, id: string, eventId: string): Frame {
  const headers = { type: 'event', message_id: id, sum: '1', seq: '0', trace_id: eventId }
  return {
    service: 1,
    method: method.data,
    headers: Object.entries(headers).map(([key, value]) => ({ key, value })),
    payload: text.encode(body),
  }
}

function read(frame: Frame): Posted {
  const answer = Answer.parse(JSON.parse(new TextDecoder().decode(frame.payload)))
  return {
    is: 'answered',
    status: answer.code,
    body: answer.data === undefined ? '{}' : fromBase64(answer.data),
  }
}

const fromBase64 = (data: string) => Buffer.from(data, 'base64').toString('utf8')
