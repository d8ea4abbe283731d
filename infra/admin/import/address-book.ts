import type { Contacts } from '../../../shared/ports.ts'
import { configured, messengerOf } from '../../../shared/runtime-admin.ts'

/** The address book, where the app is configured; without it only an open_id finds somebody. */
export const addressBook = async (): Promise<Contacts | undefined> => {
  const config = configured()
  return 'wrong' in config ? undefined : messengerOf(config)
}
