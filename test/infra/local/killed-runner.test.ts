import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, it, onTestFinished } from 'vitest'
import * as z from 'zod'

const script = fileURLToPath(new URL('small-world.ts', import.meta.url))
const Said = z.object({ sandbox: z.string(), pids: z.array(z.number()) })

const runner = async (dir: string) => {
  const child = spawn(process.execPath, ['--import', 'tsx', script, dir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const [line] = await once(createInterface(child.stdout), 'line')
  return { child, ...Said.parse(JSON.parse(String(line))) }
}

const clockOf = async (sandbox: string) =>
  z
    .object({ now: z.number(), mode: z.string() })
    .parse(await (await fetch(`${sandbox}/sandbox/clock`)).json())

const alive = (pids: readonly number[]) => pids.filter((pid) => existsSync(`/proc/${pid}`))

it('a runner that is killed leaves no process behind, stops the city’s clock, and the next one goes on', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'liegui-killed-'))
  onTestFinished(() => rm(dir, { recursive: true, force: true }))
  const first = await runner(dir)
  expect(alive(first.pids)).toHaveLength(3)
  await expect.poll(async () => (await clockOf(first.sandbox)).mode).toBe('flowing')

  first.child.kill('SIGKILL')
  await expect.poll(() => alive(first.pids), { timeout: 20_000 }).toEqual([])

  const second = await runner(dir)
  expect(await clockOf(second.sandbox)).toMatchObject({ mode: 'frozen' })
  const { chats } = z
    .object({ chats: z.array(z.unknown()) })
    .parse(await (await fetch(`${second.sandbox}/sandbox/chats`)).json())
  expect(chats.length).toBeGreaterThan(0)
  second.child.kill('SIGKILL')
  await expect.poll(() => alive(second.pids), { timeout: 20_000 }).toEqual([])
}, 120_000)
