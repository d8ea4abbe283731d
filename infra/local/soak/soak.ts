import { createWriteStream, mkdirSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { Presets, SingleBar } from 'cli-progress'
import * as z from 'zod'
import { onOrphaned } from '../leash.ts'
import { isSound, linesOf } from './report.ts'
import { runSoak } from './run.ts'

/** Many file at once for a while, over HTTP: `npm run soak -- --minutes 2 --rate 50`. */
const DIR = '.data/soak'

const help = `npm run soak -- [options]

  --minutes 2    for how long
  --rate 50      submissions a second, each of a page of firms that is opened before
  --firms 600    how many firms the city has
  --json         one last line with every number
`

const Options = z.object({
  minutes: z.coerce.number().positive().max(600).default(2),
  rate: z.coerce.number().positive().max(1000).default(50),
  firms: z.coerce.number().int().min(100).max(100_000).default(600),
  json: z.boolean().default(false),
  help: z.boolean().default(false),
})

const optionsOf = (): z.infer<typeof Options> => {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean' } as const
  const { values } = parseArgs({
    options: { minutes: text, rate: text, firms: text, json: flag, help: flag },
  })
  const read = Options.safeParse(values)
  if (!read.success) throw new Error(`${z.prettifyError(read.error)}\n\n${help}`)
  return read.data
}

const main = async (): Promise<void> => {
  const { json, help: asked, ...options } = optionsOf()
  if (asked) return void process.stdout.write(help)
  mkdirSync('.data', { recursive: true })
  await rm(DIR, { recursive: true, force: true })
  const log = createWriteStream('.data/soak.log')
  const bar = new SingleBar(
    { format: '{bar} {value}/{total}　{phase}', stream: process.stderr, hideCursor: null },
    Presets.shades_classic,
  )
  bar.start(1, 0, { phase: '准备城市' })
  const soaked = await runSoak({
    ...options,
    dir: DIR,
    onStep: (phase, done, all) => {
      bar.setTotal(all)
      bar.update(done, { phase })
    },
    onLine: (name, line) => log.write(`${name} ${line}\n`),
  }).finally(() => bar.stop())
  process.stdout.write(`${linesOf(soaked).join('\n')}\n`)
  if (json) process.stdout.write(`${JSON.stringify(soaked)}\n`)
  process.exitCode = isSound(soaked) ? 0 : 1
}

onOrphaned(() => process.exit(1))
main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : error}\n`)
  process.exitCode = 1
})
