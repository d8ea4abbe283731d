import { existsSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { optionsFrom } from '../../../infra/serve/options.ts'

const page = readFileSync('infra/serve.md', 'utf8')
const unit = readFileSync('infra/serve/liegui.service', 'utf8')
const image = readFileSync('infra/serve/Containerfile', 'utf8')
const matches = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found = '']) => found)

it('the addresses that it names are those that are listened at', () => {
  const { port, 'admin-port': admin, host, 'admin-host': adminHost } = optionsFrom([])
  expect([host, adminHost]).toEqual(['127.0.0.1', '127.0.0.1'])
  expect(new Set(matches(page, /127\.0\.0\.1:(\d+)/g))).toEqual(new Set([port, admin].map(String)))
  expect(matches(image, /^EXPOSE (.*)$/gm)).toEqual([`${port} ${admin}`])
  expect(image).toContain(`http://127.0.0.1:${admin}/readyz`)
})

it('every metric that it would raise an alarm about is measured', () => {
  const measured = readFileSync('infra/serve/metrics.ts', 'utf8')
  const named = matches(page, /`(liegui_\w+)/g)
  expect(named.length).toBeGreaterThan(3)
  for (const name of named) expect(measured).toContain(name)
})

it('every setting is one that the configuration knows, and every file is there', () => {
  const config = readFileSync('shared/config.ts', 'utf8')
  for (const name of matches(page, /^([A-Z_]+)=/gm)) expect(config).toContain(`${name}:`)
  const files = [page, unit, image].flatMap((text) => matches(text, /\b(infra\/[\w/-]+(?:\.\w+)?)/g))
  for (const file of files) expect(existsSync(file), file).toBe(true)
})

it('the unit and the image start it with flags that it knows, and wait longer than it takes to stop', () => {
  const [start = ''] = matches(unit, /^ExecStart=\S+ infra\/serve\/serve\.ts (.*)$/gm)
  expect(optionsFrom(start.split(' ')).data).toBe('/var/lib/liegui')
  const [entry = ''] = matches(image, /^ENTRYPOINT (.*)$/gm)
  const words: unknown = JSON.parse(entry)
  const given = Array.isArray(words) ? words.slice(2).map(String) : []
  expect(optionsFrom(given)).toMatchObject({ data: '/data', host: '0.0.0.0', 'admin-host': '0.0.0.0' })
  const [stop = ''] = matches(readFileSync('infra/serve/serve.ts', 'utf8'), /STOP_MS = ([\d_]+)/g)
  const stopMs = Number(stop.replace('_', ''))
  expect(Number(matches(unit, /^TimeoutStopSec=(\d+)$/gm)[0]) * 1000).toBeGreaterThan(stopMs)
  expect(Number(matches(page, /--stop-timeout (\d+)/g)[0]) * 1000).toBeGreaterThan(stopMs)
})

it.each([
  [['--port', 'x'], '端口是 0 到 65535 的整数'],
  [['--aws', '--data', 'x'], '--aws 和 --data 只能选一个'],
  [['--look-every', '0'], 'look-every'],
  [['--what'], "Unknown option '--what'"],
])('refuses %j in a sentence', (args, say) => {
  expect(() => optionsFrom(args)).toThrow(say)
})
