import { Hono } from 'hono'
import type { Platform } from '../platform.ts'
import { ControlRefusal } from '../refusal.ts'
import type { StoredFile } from '../state/model.ts'

/** The first bytes by which pictures are known. Whatever else somebody calls an image is not shown as one. */
const pictures: readonly [string, RegExp][] = [
  ['image/png', /^89504e470d0a1a0a/],
  ['image/jpeg', /^ffd8ff/],
  ['image/gif', /^474946383[79]61/],
  ['image/webp', /^52494646.{8}57454250/],
  ['image/bmp', /^424d/],
  ['image/x-icon', /^00000100/],
]
const download = 'application/octet-stream'

const pictureType = (bytes: Uint8Array): string => {
  const head = Buffer.from(bytes.subarray(0, 16)).toString('hex')
  return pictures.find(([, beginning]) => beginning.test(head))?.[0] ?? download
}

/** A name that can stand in a header, whatever was written. */
const inHeader = (name: string) =>
  encodeURIComponent(Buffer.from(name).toString()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  )

/** What stands in messages: images to be shown, files to be kept. Neither ever runs in the page. */
export function fileControl({ state }: Platform): Hono {
  const stored = (key: string, kind: StoredFile['kind']): StoredFile => {
    const file = state.files.get(key)
    if (file?.kind !== kind) throw new ControlRefusal(`There is no ${kind} ${key}.`, 404)
    return file
  }
  const answer = (bytes: Uint8Array, type: string, more: Record<string, string> = {}) =>
    new Response(new Uint8Array(bytes), {
      headers: {
        'Content-Type': type,
        'X-Content-Type-Options': 'nosniff',
        'Content-Security-Policy': "default-src 'none'; sandbox",
        'Cache-Control': 'private, max-age=31536000, immutable',
        ...more,
      },
    })

  return new Hono()
    .get('/images/:key', (context) => {
      const { key } = stored(context.req.param('key'), 'image')
      const bytes = state.blobs.read(key)
      return answer(bytes, pictureType(bytes))
    })
    .get('/files/:key', (context) => {
      const { key, name } = stored(context.req.param('key'), 'file')
      const called = inHeader(context.req.query('name') || name)
      const disposition = `attachment; filename*=UTF-8''${called}`
      return answer(state.blobs.read(key), download, { 'Content-Disposition': disposition })
    })
}
