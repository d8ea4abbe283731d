import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reports } from './fullest/month.ts'
import { groupCards } from './fullest/offices.ts'
import { rowsOf } from './said-of.ts'
import { aTownship, clean, filing, group, people, typed } from './township.ts'

let here: Awaited<ReturnType<typeof aTownship>>
beforeAll(async () => {
  here = await aTownship(5)
  const { programme } = here.of
  await here.ports.store.commit([
    { is: 'chat', chat: { id: group, programme, unit: here.of.township, inside: true } },
  ])
  await here.press(
    people.officer,
    filing(here.codes, 1)('submit'),
    typed(here.codes[0] ?? '', { ...clean, sales: '80.5311' }),
  )
})
afterAll(() => here.close())

const pushedBy = async (who: typeof people.officer, text: string) => {
  const known = new Set((await here.pushed()).map(({ id }) => id))
  await here.say(who, text, true)
  return (await here.pushed()).filter(({ id }) => !known.has(id))
}

describe('a group', () => {
  it.each(groupCards())('reads no firm on the card $name', ({ card }) => {
    const said = JSON.stringify(card)
    for (const { code, name } of reports) {
      expect(said).not.toContain(code)
      expect(said).not.toContain(name.slice(0, 8))
    }
  })

  it.each(groupCards())('presses nothing on $name but a way to the private chat', ({ card }) => {
    const said = JSON.stringify(card)
    expect(said).not.toContain('"callback"')
    expect(said).not.toContain('"tag":"form"')
  })

  it.each(['/进度', '/未报', '/进度 金沙街道', '/未报 金沙街道', '/missing', '/帮助'])(
    'gets an answer to %s without a firm and without a figure',
    async (text) => {
      const pushes = (await pushedBy(people.officer, text)).filter(({ to }) => 'chat' in to)
      expect(pushes.map(({ to }) => to)).toEqual([{ chat: group }])
      const said = JSON.stringify(await Promise.all(pushes.map((push) => here.render(push))))
      expect(said).not.toContain('试验机械')
      expect(said).not.toContain('80.53')
      for (const code of here.codes) expect(said).not.toContain(code)
    },
  )

  it.each(['/未报 金沙街道', '/未报'])('is told of %s how many, and the asker alone which', async (text) => {
    const pushes = await pushedBy(people.officer, text)
    const said = async (whose: 'chat' | 'person') => {
      const push = pushes.find(({ to }) => whose in to)
      return push && (await here.render(push))
    }
    expect(pushes.map(({ to }) => to)).toContainEqual({ person: people.officer.id })
    expect(JSON.stringify(await said('chat'))).toContain('名单已私发给您')
    expect(rowsOf(await said('chat'))).toEqual([])
    expect(rowsOf(await said('person'))).toHaveLength(4)
  })

  it('gets no firms for a leader, and hears who may read them', async () => {
    const pushes = await pushedBy(people.leader, '/未报 金沙街道')
    expect(pushes.map(({ to }) => to)).toEqual([{ chat: group }])
    const said = JSON.stringify(await Promise.all(pushes.map((push) => here.render(push))))
    expect(said).toContain('只有本乡镇经办人和区、市工信人员能看')
  })

  it('is not answered about filing, reviewing or one firm at all', async () => {
    for (const text of ['/待办', '/企业 试验机械', '/填报']) {
      const known = new Set((await here.pushed()).map(({ id }) => id))
      await here.say(people.officer, text, true)
      const pushes = (await here.pushed()).filter(({ id }) => !known.has(id))
      expect(pushes.map(({ kind, to }) => [kind, to])).toEqual([
        ['answer', { person: people.officer.id }],
        ['sent-privately', { chat: group }],
      ])
    }
  })
})
