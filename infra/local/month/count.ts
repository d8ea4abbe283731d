import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import pMap from 'p-map'
import type { Month } from '../../../shared/domain/month.ts'
import type { Report } from '../../../shared/domain/report.ts'
import { doneCount, openCount, sumCounts, type Tally } from '../../../shared/domain/tally.ts'
import type { LedgerRow, Store } from '../../../shared/ports.ts'
import type { StoreClient } from '../../../shared/store/client.ts'
import { key } from '../../../shared/store/keys.ts'
import { ledgerItem } from '../../../shared/store/outbox-items.ts'
import { TABLE } from '../app.ts'
import type { Acknowledged } from './acknowledged.ts'
import { breaksOf } from './audit.ts'
import { type Evidence, faultsOf } from './faults.ts'
import { type CountedMeans, countMeans } from './means.ts'
import type { PeopleClient } from './people-client.ts'

/** What came of a month, counted in the store and in the chats. */
export type MonthCounts = CountedMeans & {
  month: Month
  townships: number
  firms: number
  asked: number
  submitted: number
  explained: number
  returned: number
  accepted: number
  reminders: number
  escalations: number
  overdueTownships: number
  published: number
  superseded: number
  /** 结账后更正 that the districts agreed to. */
  corrections: number
  pushesPerOfficerMax: number
  deadLetters: number
  lost: number
  duplicates: number
  tallyMismatches: number
  auditBreaks: number
}

const REMINDERS = ['remind', 'overdue']
const ESCALATIONS = ['overdue-head', 'overdue-district', 'overdue-reviewer', 'overdue-city', 'review-leader']

export type Counted = {
  store: Store
  client: StoreClient
  people: PeopleClient
  programme: string
  month: Month
  acknowledged: readonly Acknowledged[]
  anchorsFile: string
}

/** The counts, and each fault in words. */
export const countMonth = async (counted: Counted): Promise<{ counts: MonthCounts; faults: string[] }> => {
  const { store, programme, month, acknowledged } = counted
  const evidence = await gather(counted)
  const { tallies, reports, ledger, shown, versions } = evidence
  const sum = sumCounts(tallies.map(({ counts }) => counts))
  const sent = ledger.filter(
    ({ push, result }) => push.month === month && result.is === 'sent' && shown.has(result.message),
  )
  const ofKinds = (kinds: readonly string[]) =>
    messagesOf(sent.filter(({ push }) => kinds.includes(push.kind)))
  const plan = await store.plan(programme)
  const corrections = plan ? await store.corrections(programme, month, plan.programme.city) : []
  const { lost, duplicates, tallyMismatches, auditBreaks } = faultsOf(evidence, acknowledged)
  const counts = {
    month,
    townships: tallies.length,
    firms: sum.firms,
    asked: ofKinds(['ask']),
    submitted: doneCount(sum),
    explained: reports.filter(hasExplained).length,
    returned: versions.filter(({ move }) => move === 'return').length,
    accepted: sum.by.accepted,
    reminders: ofKinds(REMINDERS),
    escalations: ofKinds(ESCALATIONS),
    overdueTownships: tallies.filter(isOverdue).length,
    published: ofKinds(['statistics']),
    superseded: acknowledged.filter(({ is }) => is === 'superseded').length,
    ...countMeans(evidence),
    corrections: corrections.filter(({ state }) => state === 'applied').length,
    pushesPerOfficerMax: mostPerPerson(sent),
    deadLetters: (await store.deadLetters()).filter(({ push }) => push.programme === programme).length,
    lost: lost.length,
    duplicates: duplicates.length,
    tallyMismatches: tallyMismatches.length,
    auditBreaks: auditBreaks.length,
  }
  const named = Object.entries({ lost, duplicates, tallyMismatches, auditBreaks })
  return { counts, faults: named.flatMap(([name, all]) => all.map((one) => `${name}: ${one}`)) }
}

const READS_AT_ONCE = { concurrency: 10 }

const gather = async (counted: Counted): Promise<Evidence> => {
  const { store, client, people, programme, month } = counted
  const tallies = await store.tallies(programme, month)
  const byTownship = await pMap(
    tallies,
    async (tally) => ({
      tally,
      reports: await store.reports(tally),
    }),
    READS_AT_ONCE,
  )
  const reports = byTownship.flatMap((one) => one.reports)
  const histories = await pMap(reports, ({ code }) => store.history(programme, code), READS_AT_ONCE)
  const chats = await people.chats()
  const messages = (await pMap(chats, ({ chat_id }) => people.messages(chat_id), READS_AT_ONCE)).flat()
  return {
    tallies,
    byTownship,
    breaks: await breaksOf(counted),
    reports,
    versions: histories.flatMap((history) => history?.versions.filter((one) => one.month === month) ?? []),
    ledger: await ledgerOf(client),
    shown: new Set(
      messages.filter(({ sender }) => sender.type === 'app').map(({ message_id }) => message_id),
    ),
  }
}

/** Every push that ended, once: a thread's row repeats the one of its first push. */
const ledgerOf = async (client: StoreClient): Promise<LedgerRow[]> => {
  const rows = new Map<string, LedgerRow>()
  let from: Record<string, unknown> | undefined
  do {
    const page = await client.send(
      new ScanCommand({
        TableName: TABLE,
        FilterExpression: 'begins_with(pk, :push) AND attribute_not_exists(planned)',
        ExpressionAttributeValues: { ':push': key.push('').pk },
        ...(from && { ExclusiveStartKey: from }),
      }),
    )
    for (const item of page.Items ?? []) {
      const row = ledgerItem.read(item)
      rows.set(row.push.id, row)
    }
    from = page.LastEvaluatedKey
  } while (from)
  return [...rows.values()]
}

/** A message that was changed in place, however often, is one. */
const messagesOf = (sent: readonly LedgerRow[]): number =>
  new Set(sent.map(({ result }) => (result.is === 'sent' ? result.message : ''))).size

const hasExplained = ({ questions }: Report): boolean => questions.some(({ answer }) => answer !== undefined)

/** Somebody filed late, or never. */
const isOverdue = ({ counts }: Tally): boolean => counts.late > 0 || openCount(counts) > 0

const mostPerPerson = (sent: readonly LedgerRow[]): number => {
  const each = new Map<string, number>()
  for (const { push } of sent)
    if (push.proactive && 'person' in push.to) each.set(push.to.person, (each.get(push.to.person) ?? 0) + 1)
  return Math.max(0, ...each.values())
}
