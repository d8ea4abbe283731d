import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import type { RecordPlace } from '../../shared/runtime.ts'
import { CannotDo, flag, given } from './declare.ts'

/** The city of `npm start`, and the data of `npm run serve`. */
const CITY = '.data/city'
const SERVED = '.data/serve'

/** Which table a command is about. */
export const placeOptions = {
  local: flag('正在运行的 npm start（.data/city）'),
  endpoint: given(
    z.url('--endpoint 写作 http://127.0.0.1:8000').optional(),
    '网址',
    'npm run serve 的内置数据库 http://127.0.0.1:8000，或别处的 DynamoDB；不写就用 DYNAMODB_ENDPOINT 或 AWS',
  ),
}
type Place = { local: boolean; endpoint?: string | undefined }

/** Where the files of an embedded store are. */
export const dirOption = given(z.string().default(SERVED), '目录', `内置数据库所在的目录，默认 ${SERVED}`)

const noReason = '请用 --reason 写明原因。'
/** Why something is not sent, in words that stay. */
export const reasonOption = given(z.string(noReason).min(1, noReason), '原因', '为什么不发；会留下来')

const Urls = z.object({ store: z.url(), sandbox: z.url() })

/** Where the city of `npm start` answers while it runs. */
const urlsOfCity = (): z.infer<typeof Urls> => {
  const file = join(CITY, 'urls.json')
  if (!existsSync(file)) throw new CannotDo('本地的城市没有在运行，请先在另一个终端 npm start。')
  return Urls.parse(JSON.parse(readFileSync(file, 'utf8')))
}

export const sandboxOf = (): string => urlsOfCity().sandbox

export const placeOf = ({ local, endpoint }: Place, anchors?: string): RecordPlace => {
  if (local)
    return { endpoint: urlsOfCity().store, table: 'liegui', anchors: anchors ?? join(CITY, 'anchors.ndjson') }
  return { ...(endpoint !== undefined && { endpoint }), ...(anchors !== undefined && { anchors }) }
}
