import { readdirSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commands } from '../../bot/commands/index.ts'
import { readCommand } from '../../bot/commands/read.ts'
import { dispatch } from '../../bot/dispatch.ts'
import { aTownship, group, people, stranger } from './township.ts'

let here: Awaited<ReturnType<typeof aTownship>>
beforeAll(async () => {
  here = await aTownship(3)
  const { programme } = here.of
  await here.ports.store.commit([
    { is: 'chat', chat: { id: group, programme, unit: 'nt/tongzhou' as never, inside: true } },
  ])
})
afterAll(() => here.close())

const answersTo = async (who: typeof stranger, text: string, inGroup = false) => {
  const known = new Set((await here.pushed()).map(({ id }) => id))
  await here.say(who, text, inGroup)
  const pushes = (await here.pushed()).filter(({ id }) => !known.has(id))
  return Promise.all(
    pushes.map(async (push) => ({ to: push.to, said: JSON.stringify(await here.render(push)) })),
  )
}

const machinery = new Set(['index', 'read', 'where', 'words'])

describe('a command', () => {
  it('is called as its file', () => {
    const files = readdirSync(new URL('../../bot/commands', import.meta.url)).map((file) =>
      file.replace('.ts', ''),
    )
    expect(files.filter((file) => !machinery.has(file)).toSorted()).toEqual(
      commands.map(({ name }) => name).toSorted(),
    )
  })

  it.each(commands.map((command) => [command.name, command] as const))(
    '%s has ASCII and Chinese names of its own',
    (name, command) => {
      expect(name).toMatch(/^[a-z]+$/)
      const others = commands.filter((one) => one !== command).flatMap((one) => [one.name, ...one.aliases])
      for (const alias of [name, ...command.aliases]) expect(others).not.toContain(alias)
      expect(readCommand(`/${name}`)).toMatchObject({ is: 'command', command: { name } })
    },
  )

  it.each(commands.flatMap(({ examples, name }) => examples.map((example) => [example, name])))(
    '%s is an example that is read',
    (example, name) => {
      const read = readCommand(example)
      expect(read).toMatchObject({ is: 'command', command: { name } })
      expect(read.is === 'command' && read.command.read(read.words).is).toBe('ready')
    },
  )

  it.each([
    ['/帮住', 'help'],
    ['/进读', 'progress'],
    ['/progres 如皋市', 'progress'],
    ['/entreprise 某某', 'enterprise'],
  ])('%s is answered with the name that was nearly written', async (text, name) => {
    expect(readCommand(text)).toMatchObject({ is: 'near', command: { name } })
    const [answer] = await answersTo(people.officer, text)
    expect(answer?.said).toContain('您是不是要找')
  })
})

describe('a month in a command', () => {
  it.each([
    ['/进度 4月', '金沙街道 2023年4月报送进度'],
    ['/进度 四月 金沙街道', '金沙街道 2023年4月报送进度'],
    ['/进度 金沙街道 2023/04', '金沙街道 2023年4月报送进度'],
    ['/进度 202304', '金沙街道 2023年4月报送进度'],
    ['/进度 本月', '金沙街道 2023年4月报送进度'],
    ['/未报 金沙街道 2023.4', '金沙街道 2023年4月未报齐的企业'],
    ['/进度 上月', '2023年3月的数据没有开过表'],
    ['/未报 12月', '2022年12月的数据没有开过表'],
    ['/进度 13月', '没有这个月份。月份写作 2023-03'],
    ['/进度 3月 4月', '一次只问一个地区、一个月份。'],
  ])('%s is answered with the year that was meant', async (text, words) => {
    const [answer] = await answersTo(people.officer, text)
    expect(answer?.said).toContain(words)
  })
})

describe('somebody who is not on the list', () => {
  it.each(['/帮助', '/进度', '/企业 南通第一试验机械', '/待办', '你好'])(
    'learns nothing from %s',
    async (text) => {
      for (const inGroup of [false, true]) {
        const answers = await answersTo(stranger, text, inGroup)
        expect(answers).toEqual([
          {
            to: { person: stranger.id },
            said: JSON.stringify({
              text: '您不在本系统的名单里，这里看不到内容。如刚到岗或调岗，请联系区工信局更新人员。',
            }),
          },
        ])
      }
    },
  )

  it('is told the same by the menu and for a file', async () => {
    const known = new Set((await here.pushed()).map(({ id }) => id))
    const base = { at: here.ports.clock.now(), from: stranger.id }
    await dispatch(here.ports, { is: 'menu', id: 'menu-1', key: 'todo', ...base })
    await dispatch(here.ports, {
      is: 'file',
      id: 'file-1',
      chat: group,
      group: false,
      message: 'm',
      file: 'f',
      name: 'n',
      ...base,
    })
    const kinds = (await here.pushed()).filter(({ id }) => !known.has(id)).map(({ kind }) => kind)
    expect(kinds).toEqual(['outsider', 'outsider'])
  })
})

describe('/企业', () => {
  it('in a group is answered to the asker alone, and the group reads neither name nor figure', async () => {
    const answers = await answersTo(people.reviewer, '/企业 南通第一试验机械', true)
    expect(answers.map(({ to }) => to)).toEqual([{ person: people.reviewer.id }, { chat: group }])
    const [own, inGroup] = answers.map(({ said }) => said)
    expect(own).toContain('77.7777')
    expect(inGroup).toBe(JSON.stringify({ text: '已私发给您，请看与机器人的单聊。' }))
  })

  it.each([
    ['a leader', people.leader],
    ['an administrator', people.administrator],
    ['an officer of another district', people.neighbour],
  ])('gives %s no firm', async (_who, who) => {
    const said = JSON.stringify(await answersTo(who, '/企业 南通第一试验机械'))
    expect(said).not.toContain(here.codes[0])
    expect(said).not.toContain('77.7777')
  })
})
