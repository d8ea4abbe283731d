import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import { delivery } from '../limits.ts'
import type { Options } from '../options.ts'
import { post } from './post.ts'
import { encrypt } from './seal.ts'

/** Asks an address for its challenge, unsigned as Feishu does; answers what went wrong, or null. */
export async function verifyUrl(options: Options, url: string): Promise<string | null> {
  const challenge = randomUUID()
  const text = JSON.stringify({ challenge, token: options.verificationToken, type: 'url_verification' })
  const body =
    options.encryptKey === '' ? text : JSON.stringify({ encrypt: encrypt(text, options.encryptKey) })
  const posted = await post(url, body, {}, delivery.verifyWithin)
  if (posted.is === 'late') return `${url} did not answer the challenge within 1 s`
  if (posted.is === 'unreachable') return `${url} cannot be reached: ${posted.why}`
  if (posted.status !== 200) return `${url} answered the challenge with status ${posted.status}`
  return echoes(posted.body, challenge) ? null : `${url} did not send the challenge back`
}

function echoes(body: string, challenge: string): boolean {
  try {
    return z.object({ challenge: z.literal(challenge) }).safeParse(JSON.parse(body)).success
  } catch {
    return false
  }
}
