import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { demonstration } from '../../infra/local/demonstration.ts'
import { runMonths } from '../../infra/local/month/run.ts'
import type { World } from '../../infra/local/world.ts'
import { Month } from '../../shared/domain/month.ts'
import { type Measured, type Part, rounded } from './measured.ts'
import { peakMB } from './memory.ts'

const FIRMS = 300
const MONTH = Month.parse('2023-03')

/** So many firms had been filed at that time, ms. */
export type Filed = { phase: string; at: number; firms: number }

/**
 * Firms over the seconds in which they were filed: from the first page of each phase to its last. What lies between
 * the phases, when the clock is moved and everybody is reminded, is not filing.
 */
export const filingRate = (filed: readonly Filed[]): { firms: number; seconds: number } => {
  const phases = [...new Set(filed.map(({ phase }) => phase))]
  let firms = 0
  let ms = 0
  for (const name of phases) {
    const [first, ...others] = filed.filter(({ phase }) => phase === name)
    const last = others.at(-1)
    if (first === undefined || last === undefined) continue
    firms += others.reduce((sum, one) => sum + one.firms, 0)
    ms += last.at - first.at
  }
  return { firms, seconds: ms / 1000 }
}

const memoryOf = (world: World | undefined): Measured[] =>
  (world?.processes ?? []).flatMap(({ name, pid }) => {
    const id = pid()
    const peak = id === undefined ? undefined : peakMB(id)
    return peak === undefined ? [] : [{ key: `memory.month.${name}MB`, value: peak }]
  })

export const month: Part = {
  name: 'month',
  async measure(say) {
    const dir = await mkdtemp(join(tmpdir(), 'bench-month-'))
    const filed: Filed[] = []
    let world: World | undefined
    let memory: Measured[] = []
    let phase = ''
    let sum = 0
    try {
      say('building a city')
      const city = demonstration(MONTH, { firms: FIRMS })
      await runMonths({
        ...{ dir, city, seed: 1, months: [MONTH], onLine: () => {} },
        onWorld: (one) => {
          world = one
        },
        onPhase: (_, name) => {
          phase = name
          memory = memoryOf(world)
          say(name)
        },
        onFiled: (firms) => {
          filed.push({ phase, firms, at: performance.now() })
          sum += firms
          say(`${phase}, ${sum} firms filed`)
        },
      })
    } finally {
      await rm(dir, { recursive: true, force: true })
    }
    const { firms, seconds } = filingRate(filed)
    const note = `${firms} firms in ${rounded(seconds, 1)} s, by card, workbook and paste over HTTP, waits for answers included`
    return [{ key: 'month.firmsPerSecond', value: rounded(firms / seconds, 1), note }, ...memory]
  },
}
