import { Hono } from 'hono'
import * as z from 'zod'
import type { Platform } from '../platform.ts'

const Description = z.object({
  default_value: z.string().catch(''),
  i18n: z.record(z.string(), z.string()).catch({}),
})

/** What a client offers after a slash, in the language that it asks for (`?locale=en_us`; Chinese otherwise). */
export function slashCommandControl({ state }: Platform): Hono {
  return new Hono().get('/', (context) => {
    const locale = context.req.query('locale') ?? 'zh_cn'
    const commands = state.slashCommands.all().map(({ command, description }) => {
      const { default_value, i18n } = Description.catch({ default_value: '', i18n: {} }).parse(description)
      return { command, description: i18n[locale] || default_value }
    })
    return context.json({ commands })
  })
}
