import { parseArgs } from 'node:util'
import { judge, notMeasured } from './bounds.ts'
import { cards } from './cards.ts'
import { files } from './files.ts'
import { functionStarts } from './function-starts.ts'
import type { Measured, Part } from './measured.ts'
import { forgetPeak, peakMB } from './memory.ts'
import { month } from './month.ts'
import { progress } from './progress.ts'
import { rulesTable } from './rules.ts'
import { asJson, shown } from './shown.ts'
import { submit } from './submit.ts'
import { webhookProcess } from './webhook-process.ts'
import { webhookRequests } from './webhook-requests.ts'
import { workbook } from './workbook.ts'

const parts: readonly Part[] = [
  cards,
  submit,
  progress,
  files,
  functionStarts,
  webhookProcess,
  webhookRequests,
  workbook,
  month,
]

const help = `npm run bench -- [options]

  --only ${parts.map(({ name }) => name).join('|')}   one part alone
  --rules  the edits alone: what they find in untouched months, and of planted slips
  --json   one last line with every number

Counted where it can be counted; what is timed is a ratio in one run. Ends with 1 when a number is over its bound.
`

const say = (part: string, now: string): void => {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${part}: ${now}`)
  else process.stderr.write(`${part}: ${now}\n`)
}

/** One part's numbers, and the most memory that this process held meanwhile. */
const run = async ({ name, measure }: Part): Promise<Measured[]> => {
  forgetPeak('self')
  const measured = await measure((now) => say(name, now))
  const peak = peakMB('self')
  return peak === undefined ? measured : [...measured, { key: `memory.bench.${name}MB`, value: peak }]
}

const main = async (): Promise<void> => {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      rules: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return void process.stdout.write(help)
  if (values.rules) {
    const { text, held } = rulesTable()
    process.stdout.write(`${text}\n`)
    if (!held) process.exitCode = 1
    return
  }
  const chosen = parts.filter(({ name }) => values.only === undefined || name === values.only)
  if (chosen.length === 0) throw new Error(`There is no part ${values.only}.\n\n${help}`)
  const all: Measured[] = []
  for (const part of chosen) all.push(...(await run(part)))
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K')
  const verdicts = all.map(judge)
  process.stdout.write(`${shown(verdicts)}\n`)
  const forgotten = values.only === undefined ? notMeasured(all) : []
  for (const key of forgotten) process.stdout.write(`  ${key} has a bound and was not measured\n`)
  if (values.json) process.stdout.write(`${asJson(all)}\n`)
  if (forgotten.length > 0 || verdicts.some(({ is }) => is === 'over')) process.exitCode = 1
}

main().catch((error: unknown) => {
  process.stderr.write(`\n${error instanceof Error ? error.stack : error}\n`)
  process.exitCode = 1
})
