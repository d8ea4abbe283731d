import { readFileSync } from 'node:fs'

/** Resident memory of a process, MB, so many minutes after the beginning. */
type Sample = { minute: number; MB: number }

/** `byMinute`: the mean of each minute, MB; `slope`: MB a minute after the first one, by least squares, of two minutes and more. */
export type MemoryOf = { byMinute: number[]; slope?: number }

const EVERY_MS = 2_000
const WARM_MINUTES = 1
const LEAST_SAMPLES = 10

const residentMB = (pid: number): number | undefined => {
  try {
    const [, kB] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return kB === undefined ? undefined : Number(kB) / 1024
  } catch {
    return undefined
  }
}

/** Looks at the processes until it is stopped. */
export const watchMemory = (processes: readonly { name: string; pid: () => number | undefined }[]) => {
  const began = performance.now()
  const samples = new Map<string, Sample[]>(processes.map(({ name }) => [name, []]))
  const look = () => {
    const minute = (performance.now() - began) / 60_000
    for (const { name, pid } of processes) {
      const MB = residentMB(pid() ?? 0)
      if (MB !== undefined) samples.get(name)?.push({ minute, MB })
    }
  }
  const timer = setInterval(look, EVERY_MS)
  return {
    stop(): Record<string, MemoryOf> {
      clearInterval(timer)
      return Object.fromEntries([...samples].map(([name, some]) => [name, summed(some)]))
    },
  }
}

const rounded = (value: number, digits: number): number => Number(value.toFixed(digits))
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

const summed = (samples: readonly Sample[]): MemoryOf => {
  const minutes = [...new Set(samples.map(({ minute }) => Math.floor(minute)))]
  const of = (one: number) => samples.filter(({ minute }) => Math.floor(minute) === one).map(({ MB }) => MB)
  const warm = samples.filter(({ minute }) => minute >= WARM_MINUTES)
  const byMinute = minutes.map((one) => rounded(mean(of(one)), 0))
  return { byMinute, ...(warm.length > LEAST_SAMPLES && { slope: rounded(slopeOf(warm), 2) }) }
}

const slopeOf = (samples: readonly Sample[]): number => {
  const [x, y] = [mean(samples.map(({ minute }) => minute)), mean(samples.map(({ MB }) => MB))]
  const both = samples.reduce((sum, { minute, MB }) => sum + (minute - x) * (MB - y), 0)
  const square = samples.reduce((sum, { minute }) => sum + (minute - x) ** 2, 0)
  return both / square
}
