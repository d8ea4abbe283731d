import * as z from 'zod'
import { type Api, type Call, check } from '../http/define.ts'
import { newId } from '../ids.ts'
import { sizes } from '../limits.ts'
import type { Platform } from '../platform.ts'
import { Refusal } from '../refusal.ts'

const Description = z.object({
  default_value: z.string(),
  i18n: z.record(z.string(), z.string()).optional(),
  icon: z.object({ icon_key: z.string() }).optional(),
})
const Command = z.string().regex(/^[^/\s]+$/, 'the command has no slash and no space')
const Made = z.object({ command: Command, description: Description })
const Changed = Made.partial()

function commandOf({ state }: Platform, call: Call) {
  const id = call.params.command_id ?? ''
  const command = state.slashCommands.get(id)
  if (command === undefined) throw new Refusal(40000000, `command does not exist: ${id}`)
  return command
}

function mustBeFree({ state }: Platform, command: string): void {
  if (state.slashCommands.all().some((one) => one.command === command)) {
    throw new Refusal(40000000, 'command already exists')
  }
}

const path = '/application/v7/app_slash_commands'

export const slashCommandApis: Api[] = [
  {
    name: 'application.slashCommand.create',
    method: 'POST',
    path,
    async run(platform, call) {
      const { state } = platform
      const asked = check(Made, await call.body())
      mustBeFree(platform, asked.command)
      if (state.slashCommands.size() >= sizes.slashCommands)
        throw new Refusal(40000000, 'too many commands: at most 100')
      const command_id = newId.command()
      state.commit(state.slashCommands.put(command_id, { command_id, ...asked }))
      return { data: { command_id } }
    },
  },
  {
    name: 'application.slashCommand.list',
    method: 'GET',
    path,
    run: ({ state }) => ({ data: { items: state.slashCommands.all(), has_more: false, page_token: '' } }),
  },
  {
    name: 'application.slashCommand.patch',
    method: 'PATCH',
    path: `${path}/:command_id`,
    async run(platform, call) {
      const before = commandOf(platform, call)
      const asked = check(Changed, await call.body())
      const command = asked.command ?? before.command
      if (command !== before.command) mustBeFree(platform, command)
      const after = { ...before, command, description: asked.description ?? before.description }
      platform.state.commit(platform.state.slashCommands.put(before.command_id, after))
      return { data: {} }
    },
  },
  {
    name: 'application.slashCommand.delete',
    method: 'DELETE',
    path: `${path}/:command_id`,
    run(platform, call) {
      const { command_id } = commandOf(platform, call)
      platform.state.commit(platform.state.slashCommands.drop(command_id))
      return { data: {} }
    },
  },
]
