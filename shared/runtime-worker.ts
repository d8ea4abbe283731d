import { filesOf } from './files/files.ts'
import type { Contacts, Inbox, Uploads, WorkPorts } from './ports.ts'
import type { Runtime } from './runtime.ts'

/** What the worker has besides: a runtime of its own would be a second one, and the webhook must not load workbooks. */
export const workPorts = ({ ports }: Runtime, feishu: Inbox & Uploads & Contacts): WorkPorts => ({
  ...ports,
  files: filesOf(),
  inbox: feishu,
  uploads: feishu,
  contacts: feishu,
})
