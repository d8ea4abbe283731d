import type { Chat as ChatState, Delivery, Message as MessageState } from '../../../platform/state/model.ts'

export type { RefusedCall } from '../../../platform/http/refusals.ts'
export type { Fault, User } from '../../../platform/state/model.ts'

/** One attempt to tell the bot something; what was sent and answered as long as the sandbox remembers it. */
export type Delivered = Delivery & { request?: string; response?: string }

/** A chat as one person sees it in their list; instants are ms of the sandbox's clock. */
export type Chat = ChatState & {
  messages: number
  /** Messages by others since this person last read. */
  unread: number
  /** The last message in one line, its sender's name first in a group; null in an empty chat. */
  last: { text: string; at: number } | null
}

/** A message as a reader of the chat sees it; `card` for msg_type interactive, else `content`; null once recalled. */
export type Message = Omit<MessageState, 'uuid' | 'content' | 'sender'> & {
  sender: { id: string; type: 'user' | 'app'; name: string }
  card?: Record<string, unknown> | null
  content?: Record<string, unknown> | null
}

type Toast = { type: 'info' | 'success' | 'error' | 'warning'; content: string }

/** What the client makes of a press; a code other than 0 is an error that the person sees. */
export type Answered = {
  code: number
  msg: string
  toast: Toast | null
  card: Record<string, unknown> | null
  open_url: string | null
}

/** What a person did to a card: which component by its path (body.elements[2]), and what they typed or chose. */
export type Press = {
  button: string
  form_value?: Record<string, unknown>
  option?: string
  options?: string[]
  input_value?: string
  checked?: boolean
}

export type Clock = { now: number; mode: 'flowing' | 'frozen' }
export type SlashCommand = { command: string; description: string }
export type App = { app_id: string; app_name: string; bot_open_id: string }
export type MenuItem = { name: string; event_key: string }

/** What whoever extends the page shows on it; all of it is data. */
export type View = {
  title: string
  sections: Section[]
  people: { group: string; open_id: string; label: string; folded?: boolean }[]
  tour: Step[]
}
export type Section = {
  id: string
  title: string
  lines: { label: string; value: string; tone?: 'good' | 'warn' | 'bad' }[]
  rows?: string[][]
  actions: Action[]
}
export type Action = {
  id: string
  label: string
  primary?: boolean
  confirm?: string
  disabled?: boolean
  running?: boolean
  /** 0 to 1, of what is running. */
  progress?: number
}
export type Step = {
  id: string
  title: string
  text: string
  as?: string
  chat?: string
  action?: string
  /** What it leads to is still on its way. */
  waits?: boolean
  done: boolean
  /** It was not done, and no longer can be. */
  missed?: boolean
}
