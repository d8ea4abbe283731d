import { expect, onTestFinished } from 'vitest'
import type { Log } from '../../shared/ports.ts'

type LogLine = { level: string; code: string } & Record<string, string | number>

/** Every key that a line may have, and what stands there. A new one is thought about before it is added. */
const id = /^[\w.:#@/-]{1,200}$/
const name = /^[A-Za-z][\w.-]{0,80}$/
const shapes: Readonly<Record<string, RegExp | 'count'>> = {
  ...{ id, push: id, programme: id, month: /^\d{4}-\d{2}$/, action: id, day: /^\d{4}-\d{2}-\d{2}$/ },
  ...{ is: name, kind: name, why: name, where: id, api: name, type: name, hash: /^[0-9a-f]{64}$/ },
  heads: /^(\d{4}-\d{2} [\w/-]+ \d+ [0-9a-f]{64}\n?)*$/,
  ...{
    ms: 'count',
    status: 'count',
    code: 'count',
    attempts: 'count',
    afterMs: 'count',
    ageSeconds: 'count',
  },
}
/** Eleven digits in a row, as a phone number has, or a number with a fraction, as a figure may have. */
const telling = /(?<![0-9a-f])1[3-9]\d{9}(?![0-9a-f])|\d\.\d/i

const fits = ([key, value]: [string, string | number]): boolean => {
  const shape = Object.hasOwn(shapes, key) ? shapes[key] : undefined
  if (shape === 'count') return typeof value === 'number' && Number.isInteger(value)
  return typeof value === 'string' && shape !== undefined && shape.test(value) && !telling.test(value)
}

/** A log that keeps its lines and, when the test is over, lets it fail for any that holds more than codes and ids. */
export const watchedLog = (): { log: Log; lines: LogLine[] } => {
  const lines: LogLine[] = []
  const odd: unknown[] = []
  onTestFinished(() => expect(odd, 'a line of the log that is more than codes and ids').toEqual([]))
  const log: Log = (level, code, ids = {}) => {
    lines.push({ ...ids, level, code })
    if (!/^[a-z]+(-[a-z]+)*$/.test(code) || !Object.entries(ids).every(fits)) odd.push([level, code, ids])
  }
  return { log, lines }
}
