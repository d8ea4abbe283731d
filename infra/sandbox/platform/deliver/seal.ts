import { createCipheriv, createHash, randomBytes } from 'node:crypto'

/** `{"encrypt": base64(iv ‖ AES-256-CBC)}`, the key being the SHA-256 of the Encrypt Key. */
export function encrypt(text: string, encryptKey: string): string {
  const iv = randomBytes(16)
  const cipher = createCipheriv('aes-256-cbc', createHash('sha256').update(encryptKey).digest(), iv)
  return Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final()]).toString('base64')
}

/** The three headers, over the bytes exactly as they are sent. */
export function sign(body: string, encryptKey: string, timestamp: string): Record<string, string> {
  const nonce = randomBytes(8).toString('hex')
  return {
    'X-Lark-Request-Timestamp': timestamp,
    'X-Lark-Request-Nonce': nonce,
    'X-Lark-Signature': createHash('sha256').update(`${timestamp}${nonce}${encryptKey}${body}`).digest('hex'),
  }
}
