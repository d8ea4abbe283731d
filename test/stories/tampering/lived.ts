import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { BatchWriteCommand, ScanCommand } from '@aws-sdk/lib-dynamodb'
import { onTestFinished } from 'vitest'
import { Month } from '../../../shared/domain/month.ts'
import type { UnitPath } from '../../../shared/domain/unit.ts'
import type { Anchor } from '../../../shared/ports.ts'
import { fileAnchors, readAnchors } from '../../../shared/store/anchors.ts'
import { seal } from '../../../shared/store/chain.ts'
import { anchorHeads } from '../../../shared/usecases/anchor-heads.ts'
import { askCorrection } from '../../../shared/usecases/ask-correction.ts'
import { applyCorrection, refuseCorrection } from '../../../shared/usecases/decide-correction.ts'
import { confirmOpening } from '../../../shared/usecases/open-month.ts'
import { type Break, verifyAudit } from '../../../shared/usecases/verify-audit.ts'
import { acts } from '../../build/acts.ts'
import { aSmallCity, month, people, plan, programme, type SmallCity, unit } from '../../build/small-city.ts'
import { somebodyComes, somebodyMoves } from './registry-lived.ts'

export type Item = Record<string, unknown>
/** Everything in the table, by its key. */
export type Image = ReadonlyMap<string, Item>
/** What somebody writes into the table behind our backs; undefined deletes. */
export type Tampering = ReadonlyMap<string, Item | undefined>

const AT_ONCE = 25
const april = Month.parse('2023-04')

/** March 2023 of a small city from the press on 开表 to its close, April open, and the table as it was on the way. */
export const aLivedMonth = async () => {
  const dir = await mkdtemp(join(tmpdir(), 'liegui-anchors-'))
  onTestFinished(() => rm(dir, { recursive: true }))
  const file = join(dir, 'anchors.ndjson')
  const city = await aSmallCity({ each: 4 })
  const { ports, clock, client, tick } = city
  const { file: files, halt, difficulty, resumed, sendBack, accept } = acts(city)
  const stages: Image[] = []

  const imageNow = async (): Promise<Image> => {
    const image = new Map<string, Item>()
    let from: Item | undefined
    do {
      const page = await client.send(
        new ScanCommand({ TableName: 'liegui', ...(from && { ExclusiveStartKey: from }) }),
      )
      for (const item of page.Items ?? []) image.set(nameOf(item), item)
      from = page.LastEvaluatedKey
    } while (from)
    return image
  }
  /** A day ends: its heads are kept, and the table is remembered as it was. */
  const endOfDay = async () => {
    await anchorHeads({ ...ports, anchors: fileAnchors(file) }, plan)
    stages.push(await imageNow())
  }
  const apply = async (changes: Tampering): Promise<void> => {
    const requests = [...changes].map(([name, item]) =>
      item ? { PutRequest: { Item: item } } : { DeleteRequest: { Key: keyOf(name) } },
    )
    for (let start = 0; start < requests.length; start += AT_ONCE)
      await client.send(
        new BatchWriteCommand({ RequestItems: { liegui: requests.slice(start, start + AT_ONCE) } }),
      )
  }

  await tick('2023-04-07', '09:00')
  await city.pressOpening()
  await tick('2023-04-07', '09:30')
  await endOfDay()
  for (const place of [unit.jinsha, unit.xiting, unit.jiuhua]) await files(place, people.zhang, 2)
  await difficulty(unit.jinsha, people.wang, [people.zhang.id])
  await tick('2023-04-12', '10:00')
  await endOfDay()
  await resumed(unit.jinsha, people.zhang, [people.wang.id])
  await files(unit.jinsha, people.wang)
  const last = city.firms.findLast(({ unit: place }) => place === unit.jiuhua)
  if (last) await halt(unit.jiuhua, people.li, last.code)
  await somebodyMoves(city)
  await tick('2023-04-13', '10:00')
  await endOfDay()
  await somebodyComes(city)
  await sendBack(unit.jinsha)
  await accept(unit.jinsha, people.tongzhou)
  await accept(unit.jiuhua, people.rugao)
  await tick('2023-04-14', '10:00')
  await endOfDay()
  await tick('2023-05-06', '10:00')
  await tick('2023-05-09', '10:00')
  const opening = await ports.store.month(programme.id, april)
  const pressed = opening && confirmOpening(opening, people.city.id, clock.at)
  if (pressed?.is !== 'opening') throw new Error('April waits for no press')
  await ports.store.commit(pressed.changes, 'april')
  await tick('2023-05-09', '10:30')
  await corrected(city, '2023-05-09')
  await endOfDay()

  const anchors: Anchor[] = []
  for await (const read of readAnchors(file)) if (read.is === 'kept') anchors.push(read.anchor)

  return {
    ...{ ports, stages, anchors, file, apply, imageNow, endpoint: city.endpoint },
    image: stages.at(-1) ?? new Map(),
    firms: city.firms,
    /** The breaks of one township's March and of the month itself, or of everything. */
    verify: async (place?: UnitPath, kept: readonly Anchor[] = anchors): Promise<Break[]> => {
      const scope = place ? { month, unit: place } : {}
      const verifying = await verifyAudit({ store: ports.store, seal, plan, scope, anchors: kept })
      const breaks: Break[] = []
      for await (const verified of verifying.chains()) breaks.push(...verified.breaks)
      return [...breaks, ...(await verifying.monthBreaks()), ...(await verifying.registry()).breaks]
    },
  }
}
/** The closed month is corrected as the township asks, and another correction is refused: its next snapshot is taken. */
const corrected = async ({ ports, clock, tick }: SmallCity, day: string): Promise<void> => {
  const of = { programme: programme.id, month, township: unit.jinsha }
  const look = async (index: number) => {
    const [tally, report, record] = await Promise.all([
      ports.store.tally(of),
      ports.store.reports(of).then((reports) => reports[index]),
      ports.store.month(programme.id, month),
    ])
    if (!tally || !report || !record) throw new Error('March is not there')
    return { programme, tally, report, record }
  }
  const by = (who: typeof people.wang) => ({ by: who.id, at: clock.at, via: 'card:test@1' })
  for (const [index, decide] of [applyCorrection, refuseCorrection].entries()) {
    const seen = await look(index + 2)
    const asked = askCorrection(
      {
        ...seen,
        ...{ earlier: [], following: undefined, seen: seen.report.revision, reason: '开票系统补开' },
        typed: { sales: '151', tax: '4.2', power: '3.1', staff: '45' },
      },
      by(people.wang),
    )
    if (asked.is !== 'asked') throw new Error(asked.is)
    await ports.store.commit(asked.changes, `asked-${index}`)
    const { correction } = asked
    const decided = decide({ ...(await look(index + 2)), correction, words: '已核' }, by(people.tongzhou))
    if (decided.is !== 'applied' && decided.is !== 'refused') throw new Error(decided.is)
    await ports.store.commit(decided.changes, `decided-${index}`)
    await tick(day, `11:0${index}`)
  }
  clock.at += 24 * 3_600_000
}
export type LivedMonth = Awaited<ReturnType<typeof aLivedMonth>>

export const nameOf = ({ pk, sk }: Item): string => `${pk}|${sk}`
const keyOf = (name: string): Item => {
  const [pk, sk] = name.split('|')
  return { pk, sk }
}
