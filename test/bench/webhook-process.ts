import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as z from 'zod'
import { bundleFile } from '../../infra/aws/bundle.ts'
import { lambdaEnvironment, lambdaEvent } from '../build/lambda.ts'
import { envelopeOf } from '../shared/lark/feishu.ts'
import { lowerQuartile, type Measured, type Part, rounded } from './measured.ts'

const RUNS = 24

const Once = z.object({ statusCode: z.literal(200), loadMs: z.number(), peakKB: z.number() })
type Once = { processMs: number; loadMs: number; peakKB: number }

/** From the start of a process to its first answer. */
const answerOnce = (program: string, file: string): Promise<Once> =>
  new Promise((resolve, reject) => {
    // None of the table is needed to answer it.
    const event = lambdaEvent(envelopeOf('im.chat.renamed_v9'))
    const began = performance.now()
    const child = spawn(process.execPath, [program, file, event], {
      env: lambdaEnvironment,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    let processMs = Number.NaN
    child.stdout.on('data', (some) => {
      processMs = performance.now() - began
      said += some
    })
    child.stderr.on('data', (some) => {
      said += some
    })
    child.once('error', reject)
    child.once('close', () => {
      const once = Once.safeParse(lastJson(said))
      if (once.success) resolve({ ...once.data, processMs })
      else reject(new Error(`${file} did not answer 200: ${said}`))
    })
  })

/** The function logs lines of its own. */
const lastJson = (said: string): unknown => {
  try {
    return JSON.parse(said.trim().split('\n').at(-1) ?? '')
  } catch {
    return undefined
  }
}

export type Starts = { ours: readonly Once[]; bare: readonly Once[] }

/** How many times as long ours takes as a bare handler does: the faster quarter of as many runs of each, in turn. */
export const started = ({ ours, bare }: Starts): Measured[] => {
  const of = (some: readonly Once[], field: keyof Once) => lowerQuartile(some.map((one) => one[field]))
  const ratio = (field: keyof Once) => rounded(of(ours, field) / of(bare, field))
  const ms = (field: keyof Once) => `${rounded(of(ours, field), 0)} ms over ${rounded(of(bare, field), 0)} ms`
  const peakMB = (some: readonly Once[]) => rounded(Math.max(...some.map(({ peakKB }) => peakKB)) / 1024, 0)
  return [
    { key: 'webhook.processRatio', value: ratio('processMs'), note: ms('processMs') },
    { key: 'webhook.loadRatio', value: ratio('loadMs'), note: ms('loadMs') },
    { key: 'memory.webhookMB', value: peakMB(ours), note: `a bare Hono handler: ${peakMB(bare)} MB` },
  ]
}

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url))

export const webhookProcess: Part = {
  name: 'webhook-process',
  async measure(say) {
    const folder = await mkdtemp(join(tmpdir(), 'bench-'))
    const at = (name: string) => join(folder, name)
    try {
      say('bundling')
      const program = await bundleFile(here('answer-once.ts'), at('answer-once.mjs'))
      const webhook = await bundleFile(here('../../functions/webhook.ts'), at('webhook.mjs'))
      const hono = await bundleFile(here('bare-hono.ts'), at('bare-hono.mjs'))
      const ours: Once[] = []
      const bare: Once[] = []
      for (let run = 0; run <= RUNS; run++) {
        say(`cold start ${run} of ${RUNS}`)
        const pair = [await answerOnce(program.file, webhook.file), await answerOnce(program.file, hono.file)]
        if (run > 0) ours.push(...pair.slice(0, 1))
        if (run > 0) bare.push(...pair.slice(1))
      }
      return [
        {
          key: 'webhook.bundleKB',
          value: rounded(webhook.bytes / 1000, 1),
          note: 'the most that one answer loads',
        },
        { key: 'webhook.allKB', value: rounded(webhook.allBytes / 1000, 1), note: 'all that is deployed' },
        ...started({ ours, bare }),
      ]
    } finally {
      await rm(folder, { recursive: true })
    }
  },
}
