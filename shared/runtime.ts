import { setTimeout as sleep } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { type Config, configWith, readConfig, readPlace, readSecretsPlace, secretNames } from './config.ts'
import { type Verified, verify, type WebhookRequest } from './lark/verify.ts'
import type { Clock, Log, Ports } from './ports.ts'
import { readSecrets } from './secrets.ts'
import { fileAnchors, logAnchors, readAnchors } from './store/anchors.ts'
import { seal } from './store/chain.ts'
import { dynamoClient } from './store/client.ts'
import { journalledStore } from './store/journal.ts'
import { dynamoStore } from './store/store.ts'

/** The machine's clock. The virtual one of `infra/local` is handed to `startRuntime` instead. */
export const realClock: Clock = {
  now: () => Date.now(),
  wall: () => Date.now(),
  monotonic: () => performance.now(),
  sleep: (ms) => sleep(ms),
}

/** What ids are made of; a name, a sentence or a phone number is not, and is left out should it come here all the same. */
const ID = /^(?!.*\b(?:86)?1[3-9]\d{9}\b)[\w.:#@/,+> \n-]*$/s

/** One line of JSON: a code and ids, for whoever operates this. */
const jsonLog: Log = (level, code, ids = {}) => {
  const safe = Object.entries(ids).map(([name, id]) => [name, ID.test(String(id)) ? id : '(not an id)'])
  const line = { level, code, ...Object.fromEntries(safe), at: new Date().toISOString() }
  process.stdout.write(`${JSON.stringify(line)}\n`)
}

export type Runtime = { config: Config; ports: Ports }

/** The composition root: ports built once per cold start. */
export const startRuntime = (config: Config = readConfig(), clock: Clock = realClock): Runtime => {
  const client = dynamoClient({ region: config.AWS_REGION, ...endpointOf(config) })
  const anchors = config.ANCHORS_FILE === undefined ? logAnchors(jsonLog) : fileAnchors(config.ANCHORS_FILE)
  const bare = dynamoStore(client, config.TABLE_NAME, clock)
  const file = config.JOURNAL_FILE
  const store = file === undefined ? bare : journalledStore(bare, { file, clock, log: jsonLog })
  return { config, ports: { store, clock, log: jsonLog, anchors } }
}

/** As a deployed function starts: what is secret is asked for once per cold start, and kept in memory alone. */
export const startDeployed = async (): Promise<Runtime> => {
  const place = readSecretsPlace()
  if (place === undefined) return startRuntime()
  return startRuntime(configWith(await readSecrets(place, secretNames, new Date())))
}

/** The embedded server asks for credentials and takes any. */
export const endpointOf = ({ DYNAMODB_ENDPOINT: endpoint }: Pick<Config, 'DYNAMODB_ENDPOINT'>) =>
  endpoint === undefined ? {} : { endpoint, credentials: { accessKeyId: 'local', secretAccessKey: 'local' } }

/**
 * From here on the process collects its garbage early: with a table of 5,000 rows it holds a quarter less, for a third
 * more work. For the worker's own process.
 */
export const holdLittle = (): void => setFlagsFromString('--optimize-for-size')

/** Where the record is that somebody reads from outside; what is left out comes from the environment. */
export type RecordPlace = { endpoint?: string; table?: string; anchors?: string }

/** Nobody waits three seconds for these answers. */
const PATIENT = { connectMs: 10_000, answerMs: 20_000 }

/** The table to be read as an auditor reads it, and the file or exported log of the anchors, if there is one. */
export const openRecord = ({ endpoint, table, anchors }: RecordPlace) => {
  const place = readPlace()
  const at = endpoint === undefined ? place : { ...place, DYNAMODB_ENDPOINT: endpoint }
  const client = dynamoClient({ region: place.AWS_REGION, ...endpointOf(at) }, PATIENT)
  const file = anchors ?? place.ANCHORS_FILE
  return {
    store: dynamoStore(client, table ?? place.TABLE_NAME, realClock),
    seal,
    readAnchors: () => readAnchors(file),
    close: () => client.destroy(),
  }
}
export type OpenRecord = ReturnType<typeof openRecord>

/** Whether Feishu sent this to the app of this configuration, just now. */
export const verifierOf =
  ({ config, ports }: Runtime) =>
  (request: WebhookRequest): Verified =>
    verify(request, {
      encryptKey: config.LARK_ENCRYPT_KEY,
      verificationToken: config.LARK_VERIFICATION_TOKEN,
      appId: config.LARK_APP_ID,
      now: ports.clock.now(),
      eventWindowMs: config.EVENT_WINDOW_SECONDS * 1000,
      callbackWindowMs: config.CALLBACK_WINDOW_SECONDS * 1000,
    })
