import { createCipheriv, createDecipheriv, createHash, randomBytes, timingSafeEqual } from 'node:crypto'

const IV_BYTES = 16

const keyOf = (encryptKey: string) => createHash('sha256').update(encryptKey).digest()

/** What `encrypt` holds, or undefined when it was not made with this key. */
export const decrypt = (encrypted: string, encryptKey: string): Uint8Array | undefined => {
  const bytes = Buffer.from(encrypted, 'base64')
  try {
    const cipher = createDecipheriv('aes-256-cbc', keyOf(encryptKey), bytes.subarray(0, IV_BYTES))
    return Buffer.concat([cipher.update(bytes.subarray(IV_BYTES)), cipher.final()])
  } catch {
    return undefined
  }
}

/** As Feishu does it: the other half of `decrypt`, for tests and drivers. */
export const encrypt = (text: string | Uint8Array, encryptKey: string): string => {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-cbc', keyOf(encryptKey), iv)
  return Buffer.concat([iv, cipher.update(text), cipher.final()]).toString('base64')
}

/** Over the bytes as they came: JSON that is parsed and written again may be another text. */
export const signatureOf = (
  { timestamp, nonce, body }: { timestamp: string; nonce: string; body: Uint8Array },
  encryptKey: string,
): string =>
  createHash('sha256').update(timestamp).update(nonce).update(encryptKey).update(body).digest('hex')

/** Compares in a time that tells nothing about where, or by how many characters, the two differ. */
export const sameSecret = (given: string, secret: string): boolean =>
  timingSafeEqual(createHash('sha256').update(given).digest(), createHash('sha256').update(secret).digest())
