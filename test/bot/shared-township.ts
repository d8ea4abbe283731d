import type { CreditCode } from '../../shared/domain/enterprise.ts'
import { Month } from '../../shared/domain/month.ts'
import { Person } from '../../shared/domain/person.ts'
import { freezeTownship } from '../../shared/usecases/open-month.ts'
import { nodesOf } from './said-of.ts'
import { aTownship, people, township } from './township.ts'

const programme = 'nt22'
export const may = Month.parse('2023-05')
export const head: Person = Person.parse({
  id: 'ou_head',
  name: 'ou_head名',
  roles: [{ programme, role: 'head', unit: township }],
})

/** Somebody of the same district, and of another one. */
export const deputy: Person = Person.parse({
  id: 'ou_deputy',
  name: 'ou_deputy名',
  roles: [{ programme, role: 'officer', unit: 'nt/tongzhou/320612002' }],
})

/** The district's staff of two districts. */
export const everywhere: Person = Person.parse({
  id: 'ou_everywhere',
  name: 'ou_everywhere名',
  roles: ['nt/tongzhou', 'nt/rugao'].map((unit) => ({ programme, role: 'district', unit })),
})

/** A township whose May is open, its firms shared out: all but the last are the officer's, that one a colleague's. */
export const aSharedTownship = async (count: number) => {
  const here = await aTownship(count, [head, deputy, everywhere])
  const { store } = here.ports
  const firms = await store.enterprises(here.of.programme, township)
  for (const [index, before] of firms.entries()) {
    const officer = index < count - 1 ? people.officer.id : people.colleague.id
    const after = { ...before, officer }
    await store.commit([{ is: 'enterprise', programme: here.of.programme, before, after }])
  }
  const april = await store.month(here.of.programme, here.of.month)
  if (april === undefined) throw new Error('April is not open')
  const record = { ...april, month: may }
  await store.commit([{ is: 'month', before: undefined, after: record }])
  const plan = await store.plan(here.of.programme)
  const unit = plan?.units.find(({ path }) => path === township)
  if (unit === undefined) throw new Error('no township')
  await freezeTownship(here.ports, record, unit, here.ports.clock.now())
  const of = { programme: here.of.programme, month: may, township }
  return { ...here, of, ...asking(here) }
}

/** Commands with their private answers, and buttons by their words. */
const asking = (here: Awaited<ReturnType<typeof aTownship>>) => {
  const answers = async (who: Person, text: string) => {
    const known = new Set((await here.pushed()).map(({ id }) => id))
    await here.say(who, text)
    const push = (await here.pushed()).find(({ id }) => !known.has(id))
    return push && here.render(push)
  }
  const press = (card: unknown, words: string) => {
    const button = nodesOf(card).find(
      ({ tag, text }) => tag === 'button' && (text as { content: string }).content.startsWith(words),
    )
    const [behaviour] = (button?.behaviors ?? []) as { value: unknown }[]
    if (behaviour === undefined) throw new Error(`no button ${words}`)
    return (who: Person, form: Record<string, unknown> = {}) => here.press(who, behaviour.value, form)
  }
  /** What each person has been told privately of a kind, in one sentence. */
  const told = async (kind: string) => {
    const pushes = (await here.pushed()).filter((push) => push.kind === kind)
    const said = pushes.map(async (push) => {
      const reply = await here.render(push)
      return ['person' in push.to ? push.to.person : '', reply && 'text' in reply ? reply.text : ''] as const
    })
    return Object.fromEntries(await Promise.all(said))
  }
  return { answers, button: press, told }
}

export const firmsBy = (some: readonly { officer?: string | undefined; code: CreditCode }[]) => {
  const counts: Record<string, number> = {}
  for (const { officer = 'none' } of some) counts[officer] = (counts[officer] ?? 0) + 1
  return counts
}
