import { readdirSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commands } from '../../bot/commands/index.ts'
import { readCommand } from '../../bot/commands/read.ts'
import { dispatch } from '../../bot/dispatch.ts'
import { buttonsOf, nodesOf, textsOf } from './said-of.ts'
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

const machinery = new Set(['township-word', 'aside', 'examples', 'index', 'read', 'where', 'words'])

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

  it.each(
    commands.flatMap(({ examples, name }) =>
      examples({ unit: '如皋市', month: '3月' }).map((example) => [example, name]),
    ),
  )('%s is an example that is read', (example, name) => {
    const read = readCommand(example)
    expect(read).toMatchObject({ is: 'command', command: { name } })
    expect(read.is === 'command' && read.command.read(read.words).is).toBe('ready')
  })

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

describe('/帮助', () => {
  const examplesTo = async (who: typeof stranger): Promise<string[]> => {
    const known = new Set((await here.pushed()).map(({ id }) => id))
    await here.say(who, '/帮助')
    const push = (await here.pushed()).find(({ id }) => !known.has(id))
    const said = textsOf(push && (await here.render(push))).join('\n')
    return [...said.matchAll(/例：(\/[^　\n]+)/g)].map(([, example]) => example ?? '')
  }

  it.each([
    ['an officer', people.officer, '/进度 金沙街道 4月'],
    ['an officer of another district', people.neighbour, '/未报 如城街道'],
    ['a district', people.reviewer, '/绑定 通州区'],
    ['a leader', people.leader, '/进度 通州区'],
    ['the city', people.city, '/进度 海安市'],
  ])('shows %s commands about units of theirs, and each is answered', async (_, who, example) => {
    const examples = await examplesTo(who)
    expect(examples).toContain(example)
    for (const one of examples.filter((text) => /^\/(进度|未报)/.test(text)))
      expect((await answersTo(who, one)).at(0)?.said).toContain('2023年4月')
  })

  it('shows units of theirs too where a command is written wrongly', async () => {
    const [answer] = await answersTo(people.neighbour, '/进度 一 二')
    expect(answer?.said).toContain('写法：/进度，/进度 如城街道，/进度 如城街道 4月')
  })
})

describe('a firm that has stopped', () => {
  const shown = async (who: typeof stranger, text: string, inGroup = false) => {
    const known = new Set((await here.pushed()).map(({ id }) => id))
    await here.say(who, text, inGroup)
    const pushes = (await here.pushed()).filter(({ id }) => !known.has(id))
    return Promise.all(pushes.map(async (push) => ({ to: push.to, content: await here.render(push) })))
  }

  it.each([
    '停产 南通第一试验机械',
    '搬迁 南通第一试验机械',
    '/注销 南通第一试验机械',
    '停产 第一试验',
    '停产南通第一试验机械',
    '南通第一试验机械已经停产了。',
  ])('leads from “%s” to its own card', async (text) => {
    const [answer] = await shown(people.officer, text)
    expect(textsOf(answer?.content)[0]).toContain('**南通第一试验机械**')
    expect(nodesOf(answer?.content).map(({ name }) => name)).toContain('condition')
    expect(buttonsOf(answer?.content)).toEqual(['提交', '换一户', '返回填报'])
  })

  it('is asked for by code where several are called so', async () => {
    const [answer] = await shown(people.officer, '停产 试验机械')
    expect(JSON.stringify(answer?.content)).toContain(`/停产 ${here.codes[0]}`)
  })

  it('is answered to the asker alone in a group', async () => {
    const answers = await shown(people.officer, '停产 南通第一试验机械', true)
    expect(answers.map(({ to }) => to)).toEqual([{ person: people.officer.id }, { chat: group }])
    expect(JSON.stringify(answers[1]?.content)).not.toContain('试验机械')
  })

  it.each([people.neighbour, people.leader, people.administrator])('is nothing to $name', async (who) => {
    const said = JSON.stringify(await shown(who, '停产 南通第一试验机械'))
    expect(said).not.toContain(here.codes[0])
    expect(said).not.toContain('condition')
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
