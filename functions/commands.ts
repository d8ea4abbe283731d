import { commands } from '../bot/commands/index.ts'
import { startDeployed } from '../shared/runtime.ts'
import { messengerOf } from './sender.ts'

/** Makes Feishu's command panel show exactly the commands that are declared, by their Chinese names. */
export const showCommands = (messenger: ReturnType<typeof messengerOf>) =>
  messenger.registerCommands(
    commands.map(({ aliases: [command], summary }) => ({ command, description: summary })),
  )

/** Invoked once after every deployment, and at the start of a server. */
export const handler = async (): Promise<void> => {
  const runtime = await startDeployed()
  runtime.ports.log('info', 'commands-shown', await showCommands(messengerOf(runtime)))
}
