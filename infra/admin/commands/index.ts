import type { Command } from '../declare.ts'
import auditVerify from './audit-verify.ts'
import backup from './backup.ts'
import restore from './restore.ts'
import verify from './verify.ts'

/** In the order in which they are shown. */
export const commands: readonly Command[] = [backup, verify, restore, auditVerify]
