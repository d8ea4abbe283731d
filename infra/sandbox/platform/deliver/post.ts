import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'

export type Posted =
  | { is: 'answered'; status: number; body: string }
  | { is: 'late' }
  | { is: 'unreachable'; why: string }

/** One POST of exact bytes on a fresh connection, within a time; never throws. */
export function post(
  url: string,
  body: string,
  headers: Record<string, string>,
  withinMs: number,
): Promise<Posted> {
  return new Promise((resolve) => {
    const send = url.startsWith('https:') ? requestHttps : requestHttp
    const bytes = Buffer.from(body)
    const call = send(url, {
      method: 'POST',
      agent: false,
      headers: {
        'Content-Type': 'application/json; charset=utf-8',
        'Content-Length': bytes.length,
        ...headers,
      },
    })
    const timer = setTimeout(() => {
      resolve({ is: 'late' })
      call.destroy()
    }, withinMs)
    const end = (posted: Posted) => {
      clearTimeout(timer)
      resolve(posted)
    }
    call.on('error', (error) => end({ is: 'unreachable', why: error.message || error.name }))
    call.on('response', (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', (error) => end({ is: 'unreachable', why: error.message }))
      response.on('end', () =>
        end({
          is: 'answered',
          status: response.statusCode ?? 0,
          body: Buffer.concat(chunks).toString('utf8'),
        }),
      )
    })
    call.end(bytes)
  })
}
