import * as z from 'zod'
import { ChatId } from '../domain/push.ts'
import type { Incoming } from '../ports.ts'
import { CARD_CALLBACK } from './envelope.ts'
import { EventOf, Operator } from './event.ts'
import { parsed } from './malformed.ts'

const Action = z.looseObject({
  value: z.unknown(),
  name: z.string().optional(),
  form_value: z.record(z.string(), z.unknown()).optional(),
  option: z.string().optional(),
  options: z.array(z.string()).optional(),
  checked: z.boolean().optional(),
  input_value: z.string().optional(),
})

const Press = EventOf(
  z.looseObject({
    operator: Operator,
    action: Action,
    context: z.looseObject({ open_message_id: z.string().min(1), open_chat_id: ChatId }),
  }),
)

export const readPress = (envelope: unknown): Incoming => {
  const { header, event } = parsed(Press, envelope, CARD_CALLBACK)
  return {
    is: 'press',
    id: header.event_id,
    at: header.create_time,
    from: event.operator.open_id,
    chat: event.context.open_chat_id,
    message: event.context.open_message_id,
    value: event.action.value,
    form: formOf(event.action),
  }
}

/** A component outside a form brings its own value: it stands in the form under the component's name. */
const formOf = ({ name, form_value, option, options, checked, input_value }: z.infer<typeof Action>) => {
  const alone = option ?? options ?? checked ?? input_value
  return { ...form_value, ...(name !== undefined && alone !== undefined && { [name]: alone }) }
}
