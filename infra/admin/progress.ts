import { Presets, SingleBar } from 'cli-progress'

/** A bar on standard error, which is gone where nobody looks at it; `total` 0: nobody knows yet how many there are. */
export const progress = (what: string, total = 0) => {
  const format = total > 0 ? `${what} {bar} {value}/{total}` : `${what} {value}`
  const bar = new SingleBar(
    { format, stream: process.stderr, hideCursor: null, clearOnComplete: true },
    Presets.shades_classic,
  )
  bar.start(total, 0)
  return {
    at: (value: number) => bar.update(value),
    stop: () => bar.stop(),
  }
}
