import * as z from 'zod'
import type { Downloaded } from '../ports.ts'
import type { Call } from './answer.ts'
import { answered, type Caller, LarkFailed } from './caller.ts'
import { AnsweredFile } from './file-answer.ts'

/** A workbook of 20,000 rows has two or three megabytes; nobody fills in more than this. */
const MOST_BYTES = 10 * 1024 * 1024
/** Feishu's code for a file that is too large. */
const TOO_LARGE = 234006

/** A file that somebody sent. A refusal is a value; when Feishu could not be asked, `LarkFailed` is thrown. */
export const downloadFile = async (caller: Caller, message: string, file: string): Promise<Downloaded> => {
  const call: Call = {
    ...{ api: 'im.message_resource.get', method: 'GET', params: { type: 'file' }, mostBytes: MOST_BYTES },
    path: `/im/v1/messages/${encodeURIComponent(message)}/resources/${encodeURIComponent(file)}`,
    about: `message ${message}`,
  }
  const answer = await caller(call)
  if (answer.is === 'refused')
    return { is: 'refused', why: answer.code === TOO_LARGE ? 'too-large' : 'gone', code: answer.code }
  if (answer.is !== 'answered') throw new LarkFailed(call, answer)
  const read = AnsweredFile.safeParse(answer.body)
  if (!read.success)
    throw new LarkFailed(call, { is: 'unknown', say: `Lark answered ${call.api} without a file` })
  const bytes = read.data.file
  return bytes === 'too-large' ? { is: 'refused', why: 'too-large', code: TOO_LARGE } : { is: 'file', bytes }
}

const Kept = z.object({ data: z.looseObject({ file_key: z.string().min(1) }) })

/** Stores a file at Feishu. One that is stored twice after a lost answer harms nobody: only a message shows it. */
export const uploadFile = async (caller: Caller, name: string, bytes: Uint8Array): Promise<string> => {
  const file_type = /\.(xlsx?|csv)$/i.test(name) ? 'xls' : 'stream'
  const body = await answered(caller, {
    ...{ api: 'im.file.create', method: 'POST', path: '/im/v1/files', isForm: true, about: 'a file' },
    data: { file_type, file_name: name, file: Buffer.from(bytes) },
  })
  return Kept.parse(body).data.file_key
}
