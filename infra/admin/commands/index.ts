import type { Command } from '../declare.ts'
import { agendaCommands } from './agenda.ts'
import auditVerify from './audit-verify.ts'
import backup from './backup.ts'
import chats from './chats.ts'
import { deadCommands } from './dead.ts'
import doctor from './doctor.ts'
import exportAll from './export.ts'
import forget from './forget.ts'
import { importCommands } from './import.ts'
import init from './init.ts'
import { outboxCommands } from './outbox.ts'
import restore from './restore.ts'
import verify from './verify.ts'

/** In the order in which they are shown. */
export const commands: readonly Command[] = [
  doctor,
  init,
  ...importCommands,
  ...[backup, verify, restore, auditVerify],
  ...agendaCommands,
  ...outboxCommands,
  ...deadCommands,
  chats,
  exportAll,
  forget,
]
