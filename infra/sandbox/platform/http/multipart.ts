export type Part = { bytes: Buffer; filename: string; mime: string }

/**
 * Reads a multipart form. The platform's own parser takes a part without a filename for text and so spoils the
 * bytes; the SDK sends buffers exactly like that.
 */
export function readMultipart(body: Buffer, contentType: string): Map<string, Part> {
  const boundary = /boundary=(?:"([^"]+)"|([^;]+))/.exec(contentType)
  const mark = `--${boundary?.[1] ?? boundary?.[2] ?? ''}`
  const parts = new Map<string, Part>()
  if (boundary === null) return parts
  let at = body.indexOf(mark)
  while (at >= 0) {
    const start = at + mark.length + 2
    const next = body.indexOf(`\r\n${mark}`, start)
    if (next < 0) break
    readPart(body.subarray(start, next), parts)
    at = next + 2
  }
  return parts
}

function readPart(part: Buffer, parts: Map<string, Part>): void {
  const gap = part.indexOf('\r\n\r\n')
  const head = part.toString('utf8', 0, Math.max(0, gap))
  const name = /\bname="([^"]*)"/.exec(head)?.[1]
  if (gap < 0 || name === undefined) return
  parts.set(name, {
    bytes: part.subarray(gap + 4),
    filename: /\bfilename="([^"]*)"/.exec(head)?.[1] ?? '',
    mime: /^content-type: *(.+)$/im.exec(head)?.[1] ?? 'application/octet-stream',
  })
}
