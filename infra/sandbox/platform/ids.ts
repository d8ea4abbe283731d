import { randomBytes } from 'node:crypto'

const make = (prefix: string, bytes = 16) => `${prefix}${randomBytes(bytes).toString('hex')}`

export const newId = {
  user: () => make('ou_'),
  union: () => make('on_'),
  chat: () => make('oc_'),
  message: () => make('om_x100b'),
  file: () => make('file_v3_'),
  image: () => make('img_v3_'),
  event: () => make(''),
  appToken: () => make('t-', 20),
  cardToken: () => make('c-', 20),
  command: () => make('cmd_', 8),
  log: () => make('', 10),
  short: () => make('', 4),
}
