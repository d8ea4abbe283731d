import type { Chat, SlashCommand } from '../sandbox/wire.ts'

/** What the text before the caret asks for: a command or a person, from which letter on, and what is sought. */
export type Asked = { kind: 'command' | 'mention'; from: number; sought: string }
export type Choice = { id: string; label: string; hint: string }

/** `/` begins a command only at the very beginning; `@` a mention anywhere but inside of an address or a word. */
export function askedBy(text: string, caret: number): Asked | undefined {
  const before = text.slice(0, caret)
  const command = /^\/(\S*)$/.exec(before)
  if (command) return { kind: 'command', from: 0, sought: command[1] ?? '' }
  const mention = /(?<![\w.@])@([^\s@]{0,20})$/.exec(before)
  return mention ? { kind: 'mention', from: mention.index, sought: mention[1] ?? '' } : undefined
}

/** Commands whose name begins with what is sought first, then those that have it somewhere. */
export function commandChoices(commands: readonly SlashCommand[], sought: string): Choice[] {
  const wanted = sought.toLowerCase()
  const rank = ({ command, description }: SlashCommand) =>
    command.toLowerCase().startsWith(wanted)
      ? 0
      : `${command}${description}`.toLowerCase().includes(wanted)
        ? 1
        : 2
  return commands
    .filter((one) => rank(one) < 2)
    .toSorted((a, b) => rank(a) - rank(b))
    .map(({ command, description }) => ({ id: command, label: `/${command}`, hint: description }))
}

type Known = { as: string; bot: string; everybody: string; nameOf: (id: string) => string | undefined }
const most = 50

/** The bot, everybody in a group, and the others in the chat. */
export function mentionChoices(chat: Chat, { as, bot, everybody, nameOf }: Known, sought: string): Choice[] {
  const wanted = sought.toLowerCase()
  const others = chat.members.filter((id) => id !== as)
  return [
    ...(chat.bot ? [{ id: 'bot', label: bot, hint: '' }] : []),
    ...(chat.type === 'group' ? [{ id: 'all', label: everybody, hint: '' }] : []),
    ...others.map((id) => ({ id, label: nameOf(id) ?? id, hint: '' })),
  ]
    .filter(({ label }) => label.toLowerCase().includes(wanted))
    .slice(0, most)
}
