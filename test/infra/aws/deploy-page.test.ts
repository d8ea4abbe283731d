import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { commands } from '../../../bot/commands/index.ts'
import { bind } from '../../../bot/words/bind.ts'
import { refusals } from '../../../bot/words/refusals.ts'
import { commands as adminCommands } from '../../../infra/admin/commands/index.ts'
import { secretNames } from '../../../shared/config.ts'

const page = readFileSync('infra/deploy.md', 'utf8')
const matches = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found = '']) => found)

it('names every event and callback that is read, and no other', () => {
  const envelope = readFileSync('shared/lark/envelope.ts', 'utf8')
  const incoming = readFileSync('shared/lark/incoming.ts', 'utf8')
  const read = [...matches(incoming, /'([\w.]+_v\d)'/g), ...matches(envelope, /CARD_CALLBACK = '([\w.]+)'/g)]
  const named = matches(page, /`([\w.]+_v\d|card\.action\.\w+)`/g)
  expect(read.length).toBeGreaterThanOrEqual(5)
  expect(named.toSorted()).toEqual(read.toSorted())
})

it('the menu that it sets up is understood', () => {
  const keys = matches(page, /^ +\| \S+ \| `(\w+)` +\|$/gm)
  expect(keys).toHaveLength(3)
  expect(commands.map(({ name }) => name)).toEqual(expect.arrayContaining(keys))
})

it('stores every secret that is asked for, and promises the card that comes', () => {
  expect(matches(page, /^ put (\w+) /gm)).toEqual([...secretNames])
  expect(page).toContain(refusals.outsider.say.split('，')[0])
})

it('runs what can be run', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }
  const run = matches(page, /npm run (\w+)/g)
  expect(run).toContain('deploy')
  for (const name of run) expect(Object.keys(scripts)).toContain(name)
  const params = matches(page, /--param (\w+)=/g)
  const known = matches(readFileSync('serverless.yml', 'utf8'), /^ {4}(\w+): \S/gm)
  for (const param of params) expect(known).toContain(param)
})

it('every command of the command line and of the chat that it names is there', () => {
  const names = adminCommands.map(({ name }) => name)
  const asked = matches(page, /npm run admin -- ([a-z]+(?: (?:verify|list|run|people|firms|units))?)/g)
  expect(asked).toEqual(expect.arrayContaining(['init', 'doctor', 'agenda list', 'audit verify', 'export']))
  for (const name of asked) expect(names).toContain(name)
  const said = matches(page, /[ `]\/([\u4e00-\u9fff]+)/g)
  expect(said).toEqual(expect.arrayContaining(['绑定', '运维']))
  for (const word of said) expect(commands.flatMap(({ aliases }) => aliases)).toContain(word)
  expect(page).toContain(bind.done('如皋市').split('。')[0])
})

it('removes what the template leaves behind, every secret of it, and counts what costs', () => {
  for (const name of secretNames)
    expect(matches(page, /(\/liegui\/dev\/LARK_\w+)/g)).toContain(`/liegui/dev/${name}`)
  const alarms = readFileSync('infra/aws/alarms.yml', 'utf8')
  const metrics = new Set(matches(alarms, /MetricName: (\w+), MetricValue/g))
  expect(page).toContain(
    `${matches(alarms, /(AWS::CloudWatch::Alarm)\b/g).length} alarms, ${metrics.size} metrics`,
  )
  const starts = (24 * 60) / 5 + 2 * 24 * 60
  expect(page).toContain(`${starts.toLocaleString('en')} starts a day`)
})
