import { EventDispatcher, LoggerLevel, WSClient } from '@larksuiteoapi/node-sdk'
import type { Log } from '../ports.ts'
import { Envelope, kindOf } from './envelope.ts'
import { parsed } from './malformed.ts'
import { silence } from './silence.ts'
import type { Sent } from './verify.ts'

export type SocketOptions = {
  appId: string
  appSecret: string
  domain: string
  log: Log
  /** Feishu has ended the connection for good: nothing is heard from now on. */
  onLost: () => void
}

const HANDSHAKE_MS = 15_000
const PONG_SECONDS = 30

/**
 * The long connection, for one office without a public address. Who is connected has shown the app's secret, so Feishu
 * signs nothing and leaves the Verification Token empty. Envelopes come raw, and what the listener returns travels back; when it throws, Feishu repeats an event, and shows a callback's error.
 */
export const listen = async (
  { appId, appSecret, domain, log, onLost }: SocketOptions,
  onSent: (sent: Sent) => Promise<object>,
): Promise<{ isConnected(): boolean; close(): void }> => {
  const quietly = { logger: silence, loggerLevel: LoggerLevel.error }
  const invoke = async (envelope: unknown): Promise<object> => {
    const { header } = parsed(Envelope, envelope, 'an envelope')
    try {
      return await onSent({ kind: kindOf(header), envelope })
    } catch (error) {
      log('error', 'lark-socket-event-failed', { id: header.event_id })
      throw error
    }
  }

  const client = new WSClient({
    ...{ appId, appSecret, domain, ...quietly },
    ...{ handshakeTimeoutMs: HANDSHAKE_MS, wsConfig: { pingTimeout: PONG_SECONDS } },
    onReady: () => log('info', 'lark-socket-ready'),
    onReconnecting: () => log('warn', 'lark-socket-reconnecting'),
    onReconnected: () => log('info', 'lark-socket-ready'),
    onError: (error) => {
      log('error', 'lark-socket-lost', { code: Number(/code=(\d+)/.exec(error.message)?.[1] ?? 0) })
      onLost()
    },
  })
  // The SDK's own dispatcher merges header and event, whereby a card's token takes the place of ours.
  await client.start({ eventDispatcher: Object.assign(new EventDispatcher(quietly), { invoke }) })
  return {
    isConnected: () => client.getConnectionStatus().state === 'connected',
    close: () => client.close(),
  }
}
