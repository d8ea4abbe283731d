import { expect, it, onTestFinished } from 'vitest'
import { Person } from '../../../shared/domain/person.ts'
import type { Push } from '../../../shared/domain/push.ts'
import { kindOf, openTable } from '../../../shared/runtime-admin.ts'
import { letGo } from '../../../shared/usecases/people-left.ts'
import { textsOf } from '../../bot/said-of.ts'
import { aTownship, clean, filing, people, typed } from '../../bot/township.ts'
import { admin } from './typed.ts'

const gone = Person.parse({ ...people.officer, id: 'ou_gone', name: '季望舒' })

/** A township where somebody has filed and left, was written to, and was spoken of in what has been sent. */
const somebodyWhoLeft = async () => {
  const here = await aTownship(2, [gone])
  onTestFinished(() => here.close())
  const { store } = here.ports
  const [code] = here.codes
  if (code === undefined) throw new Error('no firm')
  await here.press(gone, filing([code], 1)('submit'), typed(code, clean))
  const at = here.ports.clock.now()
  const push = (id: string, to: string, facts: Push['facts']): Push => ({
    ...{ id, lane: 'answer', due: at, kind: 'answer', programme: here.of.programme },
    ...{ to: { person: Person.shape.id.parse(to) }, facts, quiet: false, proactive: false },
  })
  await store.commit([{ is: 'push', push: push(`waits:${gone.id}`, gone.id, { text: '请填报' }) }])
  const told = push(`told:${gone.id}`, people.reviewer.id, { text: `${gone.name}已报`, asker: gone.id })
  await store.commit([{ is: 'push', push: told }])
  const pending = (await store.pending('answer', 10 ** 14, 100)).find((one) => one.push.id === told.id)
  if (pending) await store.finish(pending, { is: 'done', at })
  await store.takeAllowance(here.of.programme, here.of.month, gone.id, 'ask', 5)
  const type = (...args: string[]) =>
    admin([...args, '--json', '--endpoint', here.endpoint], { AWS_REGION: 'local' })
  const leave = async () => {
    const person = await store.person(gone.id)
    if (person) await store.commit(await letGo(here.ports, person, at))
  }
  const everything = async () => {
    const table = openTable({ endpoint: here.endpoint, table: 'liegui' })
    const items: { kind: string | undefined; text: string }[] = []
    for await (const page of table.items.pages())
      for (const item of page) {
        const [pk, sk] = [item.pk, item.sk].map((one) => (one && 'S' in one ? one.S : ''))
        items.push({ kind: kindOf({ pk: pk ?? '', sk: sk ?? '' }), text: JSON.stringify(item) })
      }
    table.close()
    return items
  }
  const trail = async () => {
    const before = new Set((await here.pushed()).map(({ id }) => id))
    await here.say(people.reviewer, `/留痕 ${code}`)
    const answer = (await here.pushed()).find(({ id }) => !before.has(id))
    const reply = answer && (await here.render(answer))
    return reply && 'card' in reply ? textsOf(reply.card).join('\n') : ''
  }
  return { type, leave, everything, trail }
}

it('forgets nobody who still answers for something, and nobody unasked', async () => {
  const { type, leave } = await somebodyWhoLeft()
  const inOffice = await type('forget', gone.id, '--yes')
  expect([inOffice.code, inOffice.errors]).toEqual([2, expect.stringContaining('还有 1 个岗位')])
  await leave()
  const unasked = await type('forget', gone.id)
  expect([unasked.code, unasked.errors]).toEqual([2, expect.stringContaining('--yes')])
  expect((await type('forget', 'ou_nobody', '--yes')).errors).toContain('名单里没有')
})

it('leaves no item with the name, none outside the chains with the id, and every chain whole', async () => {
  const { type, leave, everything, trail } = await somebodyWhoLeft()
  await leave()
  expect(await trail()).toContain('季望舒')
  expect((await everything()).filter(({ text }) => text.includes(gone.name)).length).toBeGreaterThan(1)
  // The line that tells the district of the leaving still waits to be sent, and is told of.
  const done = await type('forget', gone.id, '--yes')
  expect(JSON.parse(done.out)).toMatchObject({ dropped: 1, named: [] })
  const items = await everything()
  expect(items.filter(({ text }) => text.includes(gone.name))).toEqual([])
  const kinds = items.filter(({ text }) => /ou_gone(?!\w)/.test(text)).map(({ kind }) => kind)
  expect([...new Set(kinds)].toSorted()).toEqual(['audit', 'pending', 'report', 'version'])
  expect(await trail()).toContain('已注销人员')
  const verified = await type('audit', 'verify')
  expect([verified.code, JSON.parse(verified.out)[0].breaks]).toEqual([0, []])
  expect((await type('forget', gone.id, '--yes')).code).toBe(2)
})
