import { expect, it } from 'vitest'
import { readMultipart } from '../../../../../infra/sandbox/platform/http/multipart.ts'

const bytes = Buffer.from([0x50, 0x4b, 0xff, 0x0d, 0x0a, 0x2d, 0x2d, 0x00])

function form(...parts: [head: string, body: Buffer][]): Buffer {
  const chunks = parts.flatMap(([head, body]) => [
    Buffer.from(`--B\r\n${head}\r\n\r\n`),
    body,
    Buffer.from('\r\n'),
  ])
  return Buffer.concat([...chunks, Buffer.from('--B--\r\n')])
}

it('keeps the bytes of a part, with or without a filename', () => {
  const body = form(
    ['Content-Disposition: form-data; name="file_name"', Buffer.from('三月.xlsx')],
    ['Content-Disposition: form-data; name="file"', bytes],
    ['Content-Disposition: form-data; name="other"; filename="a.png"\r\nContent-Type: image/png', bytes],
  )
  const parts = readMultipart(body, 'multipart/form-data; boundary=B')
  expect(parts.get('file_name')?.bytes.toString()).toBe('三月.xlsx')
  expect(parts.get('file')).toEqual({ bytes, filename: '', mime: 'application/octet-stream' })
  expect(parts.get('other')).toEqual({ bytes, filename: 'a.png', mime: 'image/png' })
})

it('what is no form has no parts', () => {
  expect(readMultipart(Buffer.from('{}'), 'application/json').size).toBe(0)
  expect(readMultipart(Buffer.from('--B\r\n'), 'multipart/form-data; boundary="B"').size).toBe(0)
})
