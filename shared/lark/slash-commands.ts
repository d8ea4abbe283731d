import * as z from 'zod'
import { answered, type Caller } from './caller.ts'

/** A command as Feishu's panel shows it; `command` is written without the slash. */
export type SlashCommand = { command: string; description: string }

export type Registered = { created: number; changed: number; deleted: number }

const PATH = '/application/v7/app_slash_commands'

const Listed = z.object({
  data: z.looseObject({
    items: z
      .array(
        z.looseObject({
          command_id: z.string(),
          command: z.string(),
          description: z.looseObject({ default_value: z.string().default('') }),
        }),
      )
      .default([]),
  }),
})

/** Makes the app's panel show exactly these commands. */
export const registerCommands = async (
  caller: Caller,
  wanted: readonly SlashCommand[],
): Promise<Registered> => {
  const listed = await answered(caller, { api: 'application.slash_command.list', method: 'GET', path: PATH })
  const known = Listed.parse(listed).data.items
  const done = { created: 0, changed: 0, deleted: 0 }
  for (const { command_id, command } of known) {
    if (wanted.some((one) => one.command === command)) continue
    const path = `${PATH}/${encodeURIComponent(command_id)}`
    await answered(caller, { api: 'application.slash_command.delete', method: 'DELETE', path })
    done.deleted++
  }
  for (const { command, description } of wanted) {
    const before = known.find((one) => one.command === command)
    if (before?.description.default_value === description) continue
    const data = { command, description: { default_value: description } }
    if (before) {
      const path = `${PATH}/${encodeURIComponent(before.command_id)}`
      await answered(caller, { api: 'application.slash_command.patch', method: 'PATCH', path, data })
      done.changed++
    } else {
      await answered(caller, { api: 'application.slash_command.create', method: 'POST', path: PATH, data })
      done.created++
    }
  }
  return done
}
