import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'

/** A wall: what a folder may import. A path is ours, a name is a package; the first wall that fits a file holds it. */
type Wall = { of: string; may: readonly string[] }

const domainPackages = ['zod', 'dayjs', 'dayjs/plugin/utc.js']
const larkMay = ['shared/lark/', 'shared/domain/', 'shared/ports.ts', 'zod', 'node:']
const functionsMay = ['functions/', 'shared/runtime.ts', 'shared/lark/', 'shared/usecases/', 'bot/', 'hono']
const walls: readonly Wall[] = [
  { of: 'shared/domain/calendar.ts', may: ['shared/domain/', ...domainPackages, 'chinese-days'] },
  { of: 'shared/domain/schedule.ts', may: ['shared/domain/', ...domainPackages, 'chinese-days'] },
  { of: 'shared/domain/', may: ['shared/domain/', ...domainPackages] },
  { of: 'shared/ports', may: ['shared/domain/', 'shared/ports/'] },
  { of: 'shared/usecases/', may: ['shared/usecases/', 'shared/domain/', 'shared/ports.ts', 'zod'] },
  { of: 'bot/', may: ['bot/', 'shared/usecases/', 'shared/domain/', 'shared/ports.ts', 'zod'] },
  {
    of: 'shared/store/',
    may: ['shared/store/', 'shared/domain/', 'shared/ports.ts', '@aws-sdk/', '@smithy/', 'zod', 'node:'],
  },
  { of: 'shared/lark/client.ts', may: [...larkMay, '@larksuiteoapi/node-sdk'] },
  { of: 'shared/lark/socket.ts', may: [...larkMay, '@larksuiteoapi/node-sdk'] },
  { of: 'shared/lark/', may: larkMay },
  { of: 'shared/files/', may: ['shared/files/', 'shared/domain/', 'shared/ports.ts', 'hucre/', 'node:'] },
  { of: 'shared/config.ts', may: ['zod'] },
  { of: 'shared/secrets.ts', may: ['@smithy/signature-v4', 'zod', 'node:'] },
  { of: 'shared/runtime.ts', may: ['shared/', 'node:'] },
  { of: 'shared/runtime-worker.ts', may: ['shared/'] },
  { of: 'shared/runtime-admin.ts', may: ['shared/'] },
  { of: 'functions/worker.ts', may: [...functionsMay, 'shared/runtime-worker.ts'] },
  { of: 'functions/', may: functionsMay },
  {
    of: 'infra/local/',
    may: ['infra/local/', 'functions/', 'shared/', 'bot/cards/', 'infra/sandbox/platform/start.ts', '*'],
  },
  {
    of: 'infra/serve/',
    may: [
      ...[
        'infra/serve/',
        'functions/',
        'shared/',
        'node:',
        'zod',
        'hono',
        '@hono/node-server',
        'prom-client',
      ],
      // What a server has in common with the bot beside the sandbox; nothing of the city that is played.
      ...['infra/local/app.ts', 'infra/local/dynamo.ts', 'infra/local/pump.ts', 'infra/local/trouble.ts'],
      'infra/local/webhook-app.ts',
    ],
  },
  {
    of: 'infra/admin/',
    may: [
      ...['infra/admin/', 'shared/runtime.ts', 'shared/usecases/', 'shared/domain/', 'shared/ports.ts'],
      // The table as a whole, and the embedded server that a backup is looked at and restored with.
      ...['shared/runtime-admin.ts', 'infra/local/dynamo.ts'],
      ...['zod', 'cli-progress', 'node:'],
    ],
  },
  {
    of: 'infra/aws/',
    may: [
      'infra/aws/',
      'esbuild',
      '@aws-sdk/credential-provider-env',
      '@aws/cloudformation-validate',
      'zod',
      'node:',
    ],
  },
  { of: 'infra/sandbox/web/', may: ['infra/sandbox/', '*'] },
  { of: 'infra/sandbox/', may: ['infra/sandbox/', '*'] },
]

/** A string that may stand in one file alone, and who may hold it. */
const singleHomes = [
  { what: 'the environment', pattern: /process\.env/, home: /^shared\/config\.ts$/ },
  { what: 'the clock', pattern: /Date\.now\(|new Date\(\)/, home: /^(shared\/runtime\.ts|infra\/)/ },
  { what: 'a key string', pattern: /[`']P#/, home: /^shared\/store\/keys\.ts$/ },
] as const

const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => /\.tsx?$/.test(file))
const source = tracked.filter((file) => /^(functions|bot|shared|infra)\//.test(file))
const textOf = (file: string) => readFileSync(file, 'utf8')
const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')

/** Every module that a file names, ours as a path from the root. */
const importsOf = (file: string, text: string): string[] =>
  [...withoutComments(text).matchAll(/(?<!')\b(?:from|import)\s*\(?\s*'([^'\n]+)'/g)].map(([, name = '']) =>
    name.startsWith('.') ? normalize(join(dirname(file), name)) : name,
  )

const isOurs = (name: string) => /^(functions|bot|shared|infra|test)\//.test(name)

const breaches = (file: string, text: string): string[] => {
  const wall = walls.find(({ of }) => file.startsWith(of))
  if (wall === undefined) return [`${file} is behind no wall`]
  return importsOf(file, text)
    .filter((name) => !wall.may.some((may) => (may === '*' ? !isOurs(name) : name.startsWith(may))))
    .map((name) => `${file} may not import ${name}`)
}

describe('the house', () => {
  it('keeps every import inside its wall', () => {
    expect(source.flatMap((file) => breaches(file, textOf(file)))).toEqual([])
  })

  it.each([
    [
      'shared/domain/x.ts',
      "import { x } from '../store/keys.ts'",
      'shared/domain/x.ts may not import shared/store/keys.ts',
    ],
    [
      'shared/domain/x.ts',
      "import days from 'chinese-days'",
      'shared/domain/x.ts may not import chinese-days',
    ],
    ['shared/ports.ts', "import * as z from 'zod'", 'shared/ports.ts may not import zod'],
    [
      'shared/usecases/x.ts',
      "import { x } from '../../bot/dispatch.ts'",
      'shared/usecases/x.ts may not import bot/dispatch.ts',
    ],
    [
      'bot/x.ts',
      "import { Client } from '@larksuiteoapi/node-sdk'",
      'bot/x.ts may not import @larksuiteoapi/node-sdk',
    ],
    [
      'bot/x.ts',
      "import { x } from '../shared/store/keys.ts'",
      'bot/x.ts may not import shared/store/keys.ts',
    ],
    [
      'shared/store/x.ts',
      "import { x } from '../lark/verify.ts'",
      'shared/store/x.ts may not import shared/lark/verify.ts',
    ],
    [
      'shared/lark/x.ts',
      "import { x } from '../usecases/settle.ts'",
      'shared/lark/x.ts may not import shared/usecases/settle.ts',
    ],
    [
      'shared/lark/verify.ts',
      "import { Client } from '@larksuiteoapi/node-sdk'",
      'shared/lark/verify.ts may not import @larksuiteoapi/node-sdk',
    ],
    ['shared/lark/client.ts', "import axios from 'axios'", 'shared/lark/client.ts may not import axios'],
    [
      'infra/aws/x.ts',
      "import { x } from '../../shared/config.ts'",
      'infra/aws/x.ts may not import shared/config.ts',
    ],
    [
      'infra/admin/x.ts',
      "import { x } from '../../shared/store/keys.ts'",
      'infra/admin/x.ts may not import shared/store/keys.ts',
    ],
    [
      'infra/serve/x.ts',
      "import { x } from '../local/virtual-clock.ts'",
      'infra/serve/x.ts may not import infra/local/virtual-clock.ts',
    ],
    [
      'functions/x.ts',
      "import { x } from '../shared/domain/rules/judge.ts'",
      'functions/x.ts may not import shared/domain/rules/judge.ts',
    ],
    [
      'functions/x.ts',
      "import { x } from '@aws-sdk/client-dynamodb'",
      'functions/x.ts may not import @aws-sdk/client-dynamodb',
    ],
    [
      'functions/webhook.ts',
      "import { workPorts } from '../shared/runtime-worker.ts'",
      'functions/webhook.ts may not import shared/runtime-worker.ts',
    ],
    [
      'infra/sandbox/x.ts',
      "import { x } from '../../shared/ports.ts'",
      'infra/sandbox/x.ts may not import shared/ports.ts',
    ],
    [
      'infra/sandbox/x.ts',
      "await import('../../bot/dispatch.ts')",
      'infra/sandbox/x.ts may not import bot/dispatch.ts',
    ],
    [
      'infra/sandbox/web/src/x.tsx',
      "import { x } from '../../../../bot/words/filing.ts'",
      'infra/sandbox/web/src/x.tsx may not import bot/words/filing.ts',
    ],
    [
      'infra/sandbox/web/src/x.tsx',
      "import type { X } from '../../../local/world.ts'",
      'infra/sandbox/web/src/x.tsx may not import infra/local/world.ts',
    ],
  ])('stops %s with %s', (file, text, breach) => {
    expect(breaches(file, text)).toEqual([breach])
  })

  it('gives the page nothing of the platform but types, so that none of the server comes to the browser', () => {
    const taken = /(?:import|export)(?! type\b)[^']*?from '[./]+\/platform\/[^']*'/
    expect(
      source.filter((file) => file.startsWith('infra/sandbox/web/src/') && taken.test(textOf(file))),
    ).toEqual([])
    expect(taken.test("import { limits } from '../../../platform/limits.ts'")).toBe(true)
    expect(taken.test("import type { User } from '../../../platform/state/model.ts'")).toBe(false)
  })

  it('has one home each for the environment, the clock and key strings', () => {
    const strays = singleHomes.flatMap(({ what, pattern, home }) =>
      source
        .filter((file) => !home.test(file) && pattern.test(withoutComments(textOf(file))))
        .map((file) => `${what} is used in ${file}`),
    )
    expect(strays).toEqual([])
  })

  it('keeps the domain pure: no await, no clock, no process', () => {
    const impure = /\basync\b|\bawait\b|Date\.now|new Date\(\)|Math\.random|\bprocess\./
    expect(
      source.filter(
        (file) => file.startsWith('shared/domain/') && impure.test(withoutComments(textOf(file))),
      ),
    ).toEqual([])
  })

  it('imports zod whole, which lets a bundler leave most of it out', () => {
    expect(source.filter((file) => /import \{[^}]*\} from 'zod'/.test(textOf(file)))).toEqual([])
  })

  it('keeps a function file to 40 lines', () => {
    const long = source.filter(
      (file) => file.startsWith('functions/') && textOf(file).split('\n').length > 41,
    )
    expect(long).toEqual([])
  })

  it('keeps every file under 300 lines, nine in ten under 150 and the median under 60', () => {
    const lengths = source.map((file) => ({ file, lines: textOf(file).split('\n').length - 1 }))
    const sorted = lengths.map(({ lines }) => lines).toSorted((a, b) => a - b)
    expect(lengths.filter(({ lines }) => lines > 300)).toEqual([])
    expect(sorted[Math.floor(sorted.length * 0.9)]).toBeLessThanOrEqual(150)
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(60)
  })

  it('has no grab-bag files', () => {
    expect(
      tracked.filter((file) => /\/(utils?|helpers?|types|constants|common|misc)\.ts$/.test(file)),
    ).toEqual([])
  })

  it('mocks no module', () => {
    const mock = new RegExp(['vi', 'mock'].join('\\.'))
    expect(tracked.filter((file) => mock.test(textOf(file)))).toEqual([])
  })
})
