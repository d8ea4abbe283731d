import { type Config, readConfig, readPlace, WrongConfiguration } from './config.ts'
import type { Instant } from './domain/instant.ts'
import { filesOf } from './files/files.ts'
import type { Contacts, Files, Log, LostSpan, Messenger, Ports } from './ports.ts'
import { endpointOf, openRecord, type RecordPlace, realClock } from './runtime.ts'
import { dynamoClient } from './store/client.ts'
import { readJournal } from './store/journal.ts'
import { key } from './store/keys.ts'
import { belongsTo, kindOf, readItem } from './store/known-items.ts'
import { lostSpanItem } from './store/outbox-items.ts'
import { createTable, guardsOf } from './store/table.ts'
import { RawItem, wholeTable } from './store/whole-table.ts'

export type { JournalLine } from './store/journal.ts'
export { belongsTo, kindOf, RawItem, readItem, readJournal }

const PATIENT = { connectMs: 10_000, answerMs: 20_000 }

/** The table as whoever operates it sees it: its record, and all of its items as they lie there. */
export const openTable = (place: RecordPlace) => {
  const set = readPlace()
  const name = place.table ?? set.TABLE_NAME
  const at = place.endpoint === undefined ? set : { ...set, DYNAMODB_ENDPOINT: place.endpoint }
  const client = dynamoClient({ region: set.AWS_REGION, ...endpointOf(at) }, PATIENT)
  const record = openRecord(place)
  return {
    name,
    record,
    items: wholeTable(client, name),
    /** Where the table is, when it is not on AWS. */
    endpoint: at.DYNAMODB_ENDPOINT,
    journalFile: set.JOURNAL_FILE,
    /** Makes the table where it is not yet. */
    create: () => createTable(client, name),
    /** What guards a table on AWS. */
    guards: () => guardsOf(client, name),
    /** What was sent in this span is unknown to the table from now on. */
    async loseSpan(span: LostSpan): Promise<void> {
      const row = { ...key.lostSpan(), ...lostSpanItem.write(span) }
      await wholeTable(client, name).put([RawItem.parse(attributesOf(row))])
    },
    close() {
      record.close()
      client.destroy()
    },
  }
}
export type OpenTable = ReturnType<typeof openTable>

const attributesOf = (row: Record<string, string | number | boolean>) =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => {
      if (typeof value === 'string') return [name, { S: value }]
      return [name, typeof value === 'number' ? { N: String(value) } : { BOOL: value }]
    }),
  )

/** Workbooks in and out. */
export const files: Files = filesOf()

/** The machine's time, as Feishu knows it. */
export const machineNow = (): Instant => realClock.now()

/** What a command that acts needs; its log goes where people read. */
export const portsOf = ({ record }: OpenTable, now: () => Instant, log: Log): Ports => ({
  store: record.store,
  clock: { ...realClock, now },
  log,
})

/** The configuration that a server would start with, or what is wrong with it. */
export const configured = (): Config | { wrong: string } => {
  try {
    return readConfig()
  } catch (error) {
    if (error instanceof WrongConfiguration) return { wrong: error.message }
    throw error
  }
}

/** Feishu through the app: its address book, and messages. */
export const messengerOf = async ({
  LARK_APP_ID: appId,
  LARK_APP_SECRET: appSecret,
  LARK_DOMAIN: domain,
}: Config): Promise<Contacts & Messenger> => {
  const { larkMessenger } = await import('./lark/client.ts')
  return larkMessenger({ appId, appSecret, domain, clock: realClock, log: () => {} })
}

/** The name by which Feishu knows the bot, and by how much its clock is ahead of ours; throws where it does not answer. */
export const askFeishu = async (config: Config): Promise<{ bot: string; aheadMs: number | undefined }> => {
  // The SDK is slow to load, and no other command needs it.
  const { larkMessenger } = await import('./lark/client.ts')
  const { LARK_APP_ID: appId, LARK_APP_SECRET: appSecret, LARK_DOMAIN: domain } = config
  const { name } = await larkMessenger({
    appId,
    appSecret,
    domain,
    clock: realClock,
    log: () => {},
  }).botInfo()
  const date = Date.parse((await fetch(domain, { method: 'HEAD' })).headers.get('date') ?? '')
  return { bot: name, aheadMs: Number.isNaN(date) ? undefined : date - realClock.now() }
}
