import { createWriteStream, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Presets, SingleBar } from 'cli-progress'
import * as z from 'zod'
import { Month, monthsFrom, yearOf } from '../../shared/domain/month.ts'
import type { City } from './city/city.ts'
import { makeRealCity } from './city/real-city.ts'
import { demonstration, nantong } from './demonstration.ts'
import { onOrphaned } from './leash.ts'
import { type LivedMonth, runMonths, whyNot } from './month/run.ts'

/** A city lives a month: `npm run month -- --month 2023-03 --firms 3000 --seed 1 --json`. */
const DIR = '.data/month'
const REAL_FILE = '../shared/data/real-monthly-sales.csv'

const help = `npm run month -- [options]

  --month 2023-03   which month; with --real one of 2018-01 to 2019-12, all of them when it is left out
  --firms 3000      how many firms the city has
  --seed 1          the same seed lives the same month
  --json            one last line with every number
  --real            the real firms of ${REAL_FILE}
`

const Options = z.object({
  month: Month.optional(),
  firms: z.coerce.number().int().min(20, 'at least 20 firms').max(100_000).default(3000),
  seed: z.coerce.number().int().default(1),
  json: z.boolean().default(false),
  real: z.boolean().default(false),
  help: z.boolean().default(false),
})
type Options = z.infer<typeof Options>

const optionsOf = (): Options => {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean' } as const
  const { values } = parseArgs({
    options: { month: text, firms: text, seed: text, json: flag, real: flag, help: flag },
  })
  const read = Options.safeParse(values)
  if (!read.success) throw new Error(`${z.prettifyError(read.error)}\n\n${help}`)
  return read.data
}

const FIRST_REAL = Month.parse('2018-01')
const LAST_REAL = Month.parse('2019-12')

const cityOf = ({ month, firms, seed, real }: Options): { city: City; months: Month[] } => {
  if (!real) {
    const one = month ?? Month.parse('2023-03')
    return { city: demonstration(one, { seed, firms }), months: [one] }
  }
  if (!existsSync(REAL_FILE)) throw new Error(`There is no ${REAL_FILE}: the real firms are not here.`)
  const months = month ? [month] : monthsFrom(FIRST_REAL, LAST_REAL)
  const programme = { ...nantong.programme, years: [yearOf(FIRST_REAL), yearOf(LAST_REAL)] }
  const csvText = readFileSync(REAL_FILE, 'utf8')
  const firstMonth = months[0] ?? FIRST_REAL
  return { city: makeRealCity({ plan: { ...nantong, programme }, csvText, firstMonth, seed }), months }
}

const tableOf = ({ counts, seconds }: LivedMonth): string =>
  Object.entries({ ...counts, seconds })
    .map(([name, value]) => `  ${name.padEnd(22)}${value}`)
    .join('\n')

const main = async (): Promise<void> => {
  const options = optionsOf()
  if (options.help) return void process.stdout.write(help)
  const { city, months } = cityOf(options)
  for (const month of months) {
    const why = whyNot(city, month)
    if (why) throw new Error(why)
  }
  mkdirSync('.data', { recursive: true })
  const log = createWriteStream(join('.data', 'month.log'))
  const bar = new SingleBar(
    { format: '{month} {bar} {value}/{total} 户　{phase}', stream: process.stderr, hideCursor: null },
    Presets.shades_classic,
  )
  const total = months.reduce((sum, month) => sum + city.truth(month).figures.size, 0)
  bar.start(total, 0, { month: months[0], phase: '准备城市' })
  const all = await runMonths({
    dir: DIR,
    city,
    seed: options.seed,
    months,
    onPhase: (month, phase) => bar.update({ month, phase }),
    onFiled: (firms) => bar.increment(firms),
    onLine: (name, line) => log.write(`${name} ${line}\n`),
  }).finally(() => bar.stop())
  for (const lived of all) process.stdout.write(`${tableOf(lived)}\n`)
  if (options.json)
    for (const { counts, seconds } of all) process.stdout.write(`${JSON.stringify({ ...counts, seconds })}\n`)
}

/** What is left behind ends with us: nobody reads these numbers any more. */
onOrphaned(() => process.exit(1))
main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
  process.exitCode = 1
})
