import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import * as z from 'zod'
import { CreditCode } from '../../../shared/domain/enterprise.ts'
import { Condition } from '../../../shared/domain/figures.ts'

/** What the bot has said it took, as the people at the cards remember it. */
const Acknowledged = z.discriminatedUnion('is', [
  z.object({ is: z.literal('filed'), code: CreditCode, typed: z.record(z.string(), z.string()) }),
  z.object({ is: z.literal('explained'), code: CreditCode, text: z.string() }),
  z.object({ is: z.literal('halted'), code: CreditCode, condition: Condition }),
  z.object({ is: z.literal('returned'), code: CreditCode }),
  /** 结账后更正: the district said yes to these figures. */
  z.object({ is: z.literal('corrected'), code: CreditCode, typed: z.record(z.string(), z.string()) }),
  /** An officer was told that a colleague had filed other figures for the firm. */
  z.object({ is: z.literal('superseded'), code: CreditCode }),
  z.object({ is: z.literal('published') }),
])
export type Acknowledged = z.infer<typeof Acknowledged>

/** On disk before the next press, so that a killed process, this one included, cannot lose what was promised. */
export const memoryOf = (file: string) => ({
  add: (...all: readonly Acknowledged[]): void => {
    if (all.length > 0) appendFileSync(file, all.map((one) => `${JSON.stringify(one)}\n`).join(''))
  },
  all: (): Acknowledged[] =>
    (existsSync(file) ? readFileSync(file, 'utf8') : '')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => Acknowledged.parse(JSON.parse(line))),
})
export type Memory = ReturnType<typeof memoryOf>
