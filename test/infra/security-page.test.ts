import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { commands } from '../../infra/admin/commands/index.ts'
import { type Action, may } from '../../shared/domain/permission.ts'
import { OpenId, type Person, Role } from '../../shared/domain/person.ts'
import { UnitPath } from '../../shared/domain/unit.ts'

const page = readFileSync('infra/decisions/security.md', 'utf8')
const matches = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found = '']) => found)
const cellsOf = (line: string) =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim())

const unit = UnitPath.parse('nt')
const holding = (role: Role): Person => ({
  ...{ id: OpenId.parse('ou_one'), name: '王芳' },
  roles: [{ programme: 'nt22', role, unit }],
})

it('its table of roles is what the code allows, every role and every action', () => {
  const source = readFileSync('shared/domain/permission.ts', 'utf8')
  const actions = matches(source.split('/**')[1]?.split(/\n\n/)[0] ?? '', /\| '(\w+)'/g) as Action[]
  expect(actions).toContain('operate')
  const lines = page.split('\n')
  const top = lines.findIndex((line) => line.startsWith('| 做什么 '))
  const [, ...roles] = cellsOf(lines[top] ?? '').map((cell) => cell.split(' ')[0] ?? '')
  expect(roles).toEqual(Role.options)
  const rows = lines.slice(top + 2, top + 2 + actions.length).map(cellsOf)
  expect(rows.map(([what = '']) => /`(\w+)`/.exec(what)?.[1])).toEqual(actions)
  const allowed = actions.map((action) =>
    Role.options.map((role) => (may(holding(role), 'nt22', action, unit) ? '✓' : '')),
  )
  expect(rows.map(([, ...cells]) => cells)).toEqual(allowed)
  expect(lines[top + 2 + actions.length]).toBe('')
})

it('says of every kind of item in the table how long it is kept', () => {
  const kinds = matches(readFileSync('shared/store/known-items.ts', 'utf8'), /\bis: '([\w-]+)'/g)
  const part = page.split('## 每种数据留多久')[1]?.split('\n## ')[0] ?? ''
  const told = part
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .flatMap((line) => matches(cellsOf(line)[0] ?? '', /`([\w-]+)`/g))
  expect(told.toSorted()).toEqual(kinds.toSorted())
})

it('only marks expire, after as many hours as it says', () => {
  const commit = readFileSync('shared/store/commit.ts', 'utf8')
  expect(/MARK_SECONDS = (\d+) \* 3600/.exec(commit)?.[1]).toBe(/\| (\d+) 小时，自动删/.exec(page)?.[1])
  const expiring = readdirSync('shared/store').filter((file) =>
    /\bttl\b/.test(readFileSync(`shared/store/${file}`, 'utf8')),
  )
  expect(expiring).toEqual(['commit.ts', 'known-items.ts'])
})

it('logs are kept for as long as it says', () => {
  const { params, functions } = parse(readFileSync('serverless.yml', 'utf8'), { merge: true })
  expect(page).toContain(`dev ${params.default.logDays} 天，prod ${params.prod.logDays} 天`)
  expect(page).toContain(`十年（${functions.tick.logRetentionInDays} 天）`)
  expect(readFileSync('infra/serve.md', 'utf8')).toContain('MaxRetentionSec=200day')
})

it('requests are taken for as long as it says', () => {
  const verify = readFileSync('shared/lark/verify.ts', 'utf8')
  const hours = /eventWindowMs: (\d+) \* 3_600_000/.exec(verify)?.[1]
  const minutes = /callbackWindowMs: (\d+) \* 60_000/.exec(verify)?.[1]
  expect(page).toContain(`事件 ${hours} 小时，按钮 ${minutes} 分钟`)
})

it('names only files and commands that are there', () => {
  const files = matches(page, /`((?:shared|bot|infra|test)\/[\w./-]+)`/g)
  expect(files.length).toBeGreaterThan(8)
  for (const file of files) expect(existsSync(file), file).toBe(true)
  const names = commands.map(({ name }) => name)
  const run = matches(page, /npm run admin -- (\w+(?: verify)?)/g)
  expect(run.length).toBeGreaterThan(3)
  for (const name of run) expect(names).toContain(name)
})
