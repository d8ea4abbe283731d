import * as z from 'zod'
import { scopeFor } from '../../shared/domain/permission.ts'
import { isKnown, OpenId, standing } from '../../shared/domain/person.ts'
import { ChatId } from '../../shared/domain/push.ts'
import { placeOf } from '../answers.ts'
import { examplesFor } from '../commands/examples.ts'
import { readCommand } from '../commands/read.ts'
import { defineNotice } from '../declare.ts'
import { help } from '../words/help.ts'
import { refusals } from '../words/refusals.ts'

/** The answer to a message, worked out when it is sent: the command runs with what its asker may see by then. */
export default defineNotice({
  kind: 'answer',
  facts: z.object({ text: z.string(), asker: OpenId, chat: ChatId.optional(), group: z.boolean() }),
  async render({ ports, plan, at }, { text, asker, chat, group }, push) {
    const enrolled = await ports.store.person(asker)
    const who = enrolled && standing(enrolled, at)
    if (!isKnown(who)) return { text: refusals.outsider.say }
    const read = readCommand(text)
    if (read.is !== 'command') return { text: read.is === 'near' ? help.near(read.command) : help.unknown }
    const { command } = read
    if (command.may && scopeFor(who, plan.programme.id, command.may).length === 0)
      return { text: refusals.notAllowed.say }
    const words = command.read(read.words)
    if (words.is === 'refused')
      return { text: help.wrongWords(examplesFor({ plan, who, at }, command), words.say) }
    const place = await placeOf(ports, chat ?? ChatId.parse(asker), group)
    return words.run({ ports, plan, who, at, via: `command:${command.name}`, id: push.id }, place)
  },
})
