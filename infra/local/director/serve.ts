import { parseArgs } from 'node:util'
import * as z from 'zod'
import { Month } from '../../../shared/domain/month.ts'
import type { City } from '../city/city.ts'
import { demonstration, nantong } from '../demonstration.ts'
import { onOrphaned } from '../leash.ts'
import { startDirector } from './director.ts'

/** The director as a process of its own beside sandbox and bot. */
const Options = z.object({
  port: z.coerce.number(),
  sandbox: z.url(),
  store: z.url(),
  dir: z.string(),
  /** The first month that the demonstration city had not reported when it was made. */
  month: Month,
})

const text = { type: 'string' } as const
const { values } = parseArgs({ options: { port: text, sandbox: text, store: text, dir: text, month: text } })
const { port, sandbox, store, dir, month } = Options.parse(values)

let made: City | undefined
const city = (): City => {
  made ??= demonstration(month)
  return made
}

onOrphaned(() => process.exit(1))
await startDirector({
  urls: { sandbox, store },
  port,
  programme: nantong.programme.id,
  city,
  seed: 1,
  dir,
})
