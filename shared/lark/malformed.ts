import type * as z from 'zod'

/** Feishu sent something known in a shape that we do not know. Names the wrong keys, never a value. */
export class LarkMalformed extends Error {
  override name = 'LarkMalformed'
  readonly code = 'lark-malformed'
  readonly what: string
  readonly paths: readonly string[]

  constructor(what: string, error: z.ZodError) {
    const paths = error.issues.map(({ path }) => path.join('.') || 'the whole')
    super(`Lark sent ${what} in an unknown shape: look at ${paths.join(', ')}`)
    this.what = what
    this.paths = paths
  }
}

export const parsed = <T>(schema: z.ZodType<T>, given: unknown, what: string): T => {
  const read = schema.safeParse(given)
  if (read.success) return read.data
  throw new LarkMalformed(what, read.error)
}
