import { createHash } from 'node:crypto'

/** The same text for the same value, whatever the order of its keys; absent keys are left out. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
