import * as z from 'zod'
import { dispatch } from '../../../bot/dispatch.ts'
import { filingToken } from '../../../bot/flows/filing-token.ts'
import { reviewToken } from '../../../bot/flows/review-token.ts'
import { readAmount } from '../../../shared/domain/amount.ts'
import type { CreditCode } from '../../../shared/domain/enterprise.ts'
import { type Figures, Figures as FiguresShape, sameFigures } from '../../../shared/domain/figures.ts'
import type { Person } from '../../../shared/domain/person.ts'
import { ChatId } from '../../../shared/domain/push.ts'
import type { UnitPath } from '../../../shared/domain/unit.ts'
import type { Ports } from '../../../shared/ports.ts'
import { runAgenda } from '../../../shared/usecases/run-agenda.ts'
import { untilKilled } from '../../build/crash.ts'
import { ears } from '../../build/heard.ts'
import {
  aSmallCity,
  month,
  people,
  plan,
  programme,
  stranger,
  time,
  townships,
  unit,
} from '../../build/small-city.ts'
import type { Press, Step } from './steps.ts'

const Drawn = z.object({
  flow: z.enum(['report-figures', 'change-condition', 'review-month']),
  state: z.object({ township: z.string(), seen: z.number() }),
})

type Incoming = Extract<Parameters<typeof dispatch>[1], { is: 'press' }>
/** Figures that somebody was told were taken. */
type Acknowledged = { code: CreditCode; figures: Figures }

const of = (township: UnitPath) => ({ programme: programme.id, month, township })
const personOf = (who: Press['who']): Person => (who === 'stranger' ? stranger : people[who])

/** A city whose month everything may happen to. `fault` may break its store, to see whether anybody notices. */
export const aWorld = async (fault: (ports: Ports) => Ports = (ports) => ports) => {
  const city = await aSmallCity({ begin: time('2023-04-07', '09:00') })
  const { clock, firms } = city
  const ports = fault(city.ports)
  const feishu = ears({ ...city, ports })
  const acknowledged: Acknowledged[] = []
  /** Every figure that anybody ever typed. */
  const typed = new Set<string>()
  const made: Incoming[] = []
  let events = 0

  const codesOf = (township: UnitPath) =>
    firms.filter((firm) => firm.unit === township).map(({ code }) => code)

  const tokenOf = async (press: Press) => {
    const flow = (id: string, step: string, state: object) => ({ flow: id, version: 1, step, state })
    if (press.do === 'open') return flow('open-month', 'open', { programme: programme.id, month })
    if (press.do === 'publish' || press.do === 'hold')
      return flow('publish-month', press.do, { programme: programme.id, month, snapshot: 1 })
    const place = of(townships[press.township] ?? unit.jinsha)
    const codes = codesOf(place.township)
    if (press.do === 'difficulty') return flow('report-difficulty', 'tell', place)
    const sequence = (await ports.store.tally(place))?.sequence ?? 0
    const seen = { fresh: sequence, older: Math.max(1, sequence - 2), oldest: 1 }[press.card]
    if (press.do === 'halt')
      return flow('change-condition', 'change', { ...place, code: codes[press.firm], seen })
    if (press.do === 'file') return filingToken({ ...place, codes, seen })('submit')
    return reviewToken({ ...place, sequence: seen })(press.do)
  }

  const formOf = (press: Press): Record<string, string> => {
    if (press.do === 'difficulty') return { kind: '企业失联' }
    if (press.do === 'hold') return { reason: '等一等' }
    if (press.do === 'open' || press.do === 'publish') return {}
    const codes = codesOf(townships[press.township] ?? unit.jinsha)
    if (press.do === 'halt') return { condition: press.condition, reason: press.reason }
    if (press.do !== 'file') return { firm: codes[press.firm] ?? '', reason: press.reason }
    const fields = press.rows.flatMap((row, index) => [
      ...Object.entries(row).map(([id, text]) => [`${id}_${codes[index]}`, text]),
      ...['sales', 'returned'].flatMap((on) => [
        [`why_${on}_${codes[index]}`, '新增订单、客户'],
        [`say_${on}_${codes[index]}`, press.words],
      ]),
    ])
    return Object.fromEntries(fields)
  }

  const incomingOf = async (press: Press): Promise<Incoming> => ({
    ...{ is: 'press', id: `event-${++events}`, at: clock.at, from: personOf(press.who).id },
    ...{ chat: ChatId.parse('oc_1'), message: 'om_1', value: await tokenOf(press), form: formOf(press) },
  })

  /** What the answer says was taken is in a version by now; which firms it was is read there, once. */
  const note = async ({ form }: Incoming, title: string) => {
    const said = [...title.matchAll(/已[收存] (\d+) 户/g)].reduce((sum, [, count]) => sum + Number(count), 0)
    if (said === 0) return
    const taken: Acknowledged[] = []
    for (const { code } of firms) {
      const figures = typedFor(code, form)
      const { versions = [] } = (await city.ports.store.history(programme.id, code)) ?? {}
      if (versions.some(({ after }) => holds(after, figures)) && Object.keys(figures).length > 0)
        taken.push({ code, figures })
    }
    if (taken.length < said) throw new Error(`${said} firms were acknowledged, ${taken.length} are kept`)
    acknowledged.push(...taken)
  }

  const press = async (incoming: Incoming) => {
    made.push(incoming)
    for (const { code } of firms)
      for (const [id, value] of Object.entries(typedFor(code, incoming.form)))
        typed.add(`${code} ${id} ${value}`)
    const answer = await dispatch(ports, incoming)
    await note(incoming, answer.card?.header.title.content ?? '')
  }

  const reportsNow = async () =>
    (await Promise.all(townships.map((one) => city.ports.store.reports(of(one))))).flat()

  /** A press that nothing else happens beside: what changed after its card was drawn, it leaves alone. */
  const pressAlone = async (incoming: Incoming) => {
    const card = Drawn.safeParse(incoming.value).data
    if (card === undefined) return press(incoming)
    const { flow, state } = card
    const before = await reportsNow()
    await press(incoming)
    const after = new Map((await reportsNow()).map((report) => [report.code, report]))
    for (const old of before) {
      const now = after.get(old.code)
      if (now === undefined || old.township !== state.township || old.sequence <= state.seen) continue
      // Words may still be added by an old filing card; figures, conditions and states may not be changed.
      const same =
        flow === 'report-figures' ? sameFigures(old.figures, now.figures) : old.revision === now.revision
      if (!same)
        throw new Error(
          `${old.code} was changed at ${old.sequence}, and a card of ${state.seen} changed it again`,
        )
    }
  }

  /** The same event again has no effect at all. */
  const repeat = async (incoming: Incoming) => {
    const before = (await reportsNow()).map(({ revision }) => revision).join()
    const turns = await sequences()
    await press(incoming)
    const after = (await reportsNow()).map(({ revision }) => revision).join()
    if (before !== after || turns !== (await sequences()))
      throw new Error(`${incoming.id} had an effect twice`)
  }
  const sequences = async () =>
    (await city.ports.store.tallies(programme.id, month)).map(({ sequence }) => sequence).join()

  const tick = async (how: 'alone' | 'twice' | number) => {
    clock.wall = Math.max(clock.wall + 16_000, clock.at)
    if (typeof how === 'number') await untilKilled(ports, how, (mortal) => runAgenda(mortal, plan))
    else if (how === 'alone') await runAgenda(ports, plan)
    else await Promise.all([runAgenda(ports, plan), runAgenda(ports, plan)])
  }

  const happen = async (step: Step): Promise<void> => {
    switch (step.do) {
      case 'wait':
        clock.at += step.hours * 3_600_000
        return
      case 'tick':
        return tick(step.how)
      case 'listen':
        await feishu.listen()
        return
      case 'again': {
        const before = made.at(-1 - step.back)
        if (before) await (step.anew ? pressAlone({ ...before, id: `event-${++events}` }) : repeat(before))
        return
      }
      case 'at-once':
        await Promise.all((await Promise.all(step.presses.map(incomingOf))).map(press))
        return
      default:
        return pressAlone(await incomingOf(step))
    }
  }

  await tick('alone')
  await press(await incomingOf({ do: 'open', who: 'city' }))
  clock.at = time('2023-04-18', '08:00')
  await tick('alone')
  return { city, happen, heard: feishu.heard, acknowledged, typed, of }
}
export type World = Awaited<ReturnType<typeof aWorld>>

export const holds = (after: Figures, figures: Figures): boolean =>
  Object.entries(figures).every(([id, value]) => after[id] === value)

const typedFor = (code: CreditCode, form: Record<string, unknown>): Figures =>
  FiguresShape.parse(
    Object.fromEntries(
      programme.indicators.flatMap(({ id, decimals }) => {
        const reading = readAmount(String(form[`${id}_${code}`] ?? ''), { decimals })
        return reading.is === 'amount' ? [[id, reading.value]] : []
      }),
    ),
  )
