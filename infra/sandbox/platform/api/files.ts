import * as z from 'zod'
import { type Api, check, textsOf } from '../http/define.ts'
import type { Part } from '../http/multipart.ts'
import { newId } from '../ids.ts'
import { sizes } from '../limits.ts'
import type { Platform } from '../platform.ts'
import { Refusal } from '../refusal.ts'
import type { StoredFile } from '../state/model.ts'
import { messageOf } from './message-of.ts'

const FileFields = z.object({
  file_type: z.enum(['opus', 'mp4', 'pdf', 'doc', 'xls', 'ppt', 'stream']),
  file_name: z.string().min(1),
})
const ImageFields = z.object({ image_type: z.enum(['message', 'avatar']) })
const Keys = z.union([
  z.object({ file_key: z.string() }).transform((content) => content.file_key),
  z.object({ image_key: z.string() }).transform((content) => content.image_key),
])

/** Bytes first, then the journal that names them: a name never stands without its bytes. */
export function keepFile({ state }: Platform, file: StoredFile, bytes: Uint8Array): StoredFile {
  state.blobs.write(file.key, bytes)
  state.commit(state.files.put(file.key, file))
  return file
}

function uploaded(form: Map<string, Part>, field: string, most: number): Part {
  const part = form.get(field)
  if (part === undefined) throw new Refusal(234001, `Invalid request param: ${field} is missing`)
  if (part.bytes.length === 0) throw new Refusal(234010, "File's size can't be 0.")
  if (part.bytes.length > most) throw new Refusal(234006, 'The file size exceed the max value.')
  return part
}

function download({ state }: Platform, key: string, from: string | null) {
  const file = state.files.get(key)
  if (file === undefined) throw new Refusal(234001, `Invalid request param: no resource ${key}`)
  if (from !== null && file.from !== from) throw new Refusal(234008, 'The app is not the resource sender.')
  return { bytes: state.blobs.read(key), name: file.name, mime: file.mime }
}

export const fileApis: Api[] = [
  {
    name: 'im.file.create',
    method: 'POST',
    path: '/im/v1/files',
    async run(platform, call) {
      const form = await call.form()
      const { file_name } = check(FileFields, textsOf(form))
      const { bytes, mime } = uploaded(form, 'file', sizes.file)
      const from = platform.options.appId
      const file = {
        key: newId.file(),
        kind: 'file' as const,
        name: file_name,
        mime,
        size: bytes.length,
        from,
      }
      return { data: { file_key: keepFile(platform, file, bytes).key } }
    },
  },
  {
    name: 'im.image.create',
    method: 'POST',
    path: '/im/v1/images',
    async run(platform, call) {
      const form = await call.form()
      check(ImageFields, textsOf(form))
      const { bytes, mime } = uploaded(form, 'image', sizes.image)
      const from = platform.options.appId
      const image = {
        key: newId.image(),
        kind: 'image' as const,
        name: 'image',
        mime,
        size: bytes.length,
        from,
      }
      return { data: { image_key: keepFile(platform, image, bytes).key } }
    },
  },
  {
    name: 'im.file.get',
    method: 'GET',
    path: '/im/v1/files/:key',
    run: (platform, call) => download(platform, call.params.key ?? '', platform.options.appId),
  },
  {
    name: 'im.image.get',
    method: 'GET',
    path: '/im/v1/images/:key',
    run: (platform, call) => download(platform, call.params.key ?? '', platform.options.appId),
  },
  {
    name: 'im.messageResource.get',
    method: 'GET',
    path: '/im/v1/messages/:message_id/resources/:key',
    run(platform, call) {
      const message = messageOf(platform, call)
      if (message.msg_type === 'interactive') throw new Refusal(234043, 'Unsupported message type.')
      const held = Keys.safeParse(JSON.parse(message.content))
      const key = call.params.key ?? ''
      if (!held.success || held.data !== key) throw new Refusal(234003, 'File not in msg.')
      return download(platform, key, null)
    },
  },
]
