import { expect, it } from 'vitest'
import { decrypt, encrypt, sameSecret, signatureOf } from '../../../shared/lark/crypto.ts'
import { bytes } from './feishu.ts'

const text = (opened: Uint8Array | undefined) => opened && new TextDecoder().decode(opened)

it('opens the example of the documents: test key, hello world', () => {
  expect(text(decrypt('P37w+VZImNgPEO1RBhJ6RtKl7n6zymIbEG1pReEzghk=', 'test key'))).toBe('hello world')
})

it('opens what it sealed, and nothing sealed with another key', () => {
  const sealed = encrypt('{"汉":"字"}', 'key')
  expect(text(decrypt(sealed, 'key'))).toBe('{"汉":"字"}')
  expect([...Array(40)].map(() => text(decrypt(encrypt('{"a":1}', 'key'), 'other')))).not.toContain('{"a":1}')
})

it.each(['', '====', '不是', 'AAAA', 'P37w+VZImNgPEO1RBhJ6Rg=='])('opens nothing in %j', (broken) => {
  expect(decrypt(broken, 'test key')).toBeUndefined()
})

it('signs timestamp, nonce, key and bytes, in this order', () => {
  expect(signatureOf({ timestamp: '1681869600', nonce: 'n', body: bytes('{"a": 1}') }, 'key')).toBe(
    'fbc79388529502b7e5af385fc38eb88bd16920496c90bd5071a9128a61cc3c55',
  )
})

it('knows a secret, and neither its beginning nor its end', () => {
  expect(['v-token', 'v-toke', 'v-token2', ''].map((given) => sameSecret(given, 'v-token'))).toEqual([
    true,
    false,
    false,
    false,
  ])
})
