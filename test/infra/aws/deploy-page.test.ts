import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { commands } from '../../../bot/commands/index.ts'
import { refusals } from '../../../bot/words/refusals.ts'
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
