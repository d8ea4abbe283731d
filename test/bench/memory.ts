import { readFileSync, writeFileSync } from 'node:fs'

/** The most memory that a process has held, in MB, as Linux keeps it; undefined where nobody keeps it. */
export const peakMB = (pid: number | 'self'): number | undefined => {
  try {
    const [, kB] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return kB === undefined ? undefined : Math.round(Number(kB) / 1024)
  } catch {
    return undefined
  }
}

/** From here on the peak of a process is counted anew. */
export const forgetPeak = (pid: number | 'self'): void => {
  try {
    writeFileSync(`/proc/${pid}/clear_refs`, '5')
  } catch {
    // Then the peak is that of all parts so far, which is no less.
  }
}
