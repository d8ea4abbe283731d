import * as z from 'zod'
import type { SaidText } from '../ports.ts'
import type { Call } from './answer.ts'
import { type Caller, LarkFailed } from './caller.ts'
import { postText } from './post.ts'

const Item = z.looseObject({
  msg_type: z.string(),
  deleted: z.boolean().default(false),
  body: z.looseObject({ content: z.string() }),
})
const Got = z.object({ data: z.looseObject({ items: z.array(Item) }) })
const Text = z.looseObject({ text: z.string() }).transform(({ text }) => text)

/** What somebody wrote, as it stands now. A refusal is a value; when Feishu could not be asked, `LarkFailed` is thrown. */
export const readText = async (caller: Caller, message: string): Promise<SaidText> => {
  const call: Call = {
    ...{ api: 'im.message.get', method: 'GET', about: `message ${message}` },
    path: `/im/v1/messages/${encodeURIComponent(message)}`,
  }
  const answer = await caller(call)
  if (answer.is === 'refused') return { is: 'refused', why: 'gone' }
  if (answer.is !== 'answered') throw new LarkFailed(call, answer)
  const [item] = Got.parse(answer.body).data.items
  const text = item && !item.deleted ? wordsOf(item) : undefined
  return text === undefined ? { is: 'refused', why: 'gone' } : { is: 'text', text: text.trim() }
}

const wordsOf = ({ msg_type, body }: z.infer<typeof Item>): string | undefined => {
  if (msg_type !== 'text' && msg_type !== 'post') return undefined
  const content = contentOf(body.content)
  return (msg_type === 'text' ? Text : postText).safeParse(content).data
}

const contentOf = (content: string): unknown => {
  try {
    return JSON.parse(content)
  } catch {
    return undefined
  }
}
