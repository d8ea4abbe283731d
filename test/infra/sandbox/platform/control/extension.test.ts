import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { expect, it, onTestFinished } from 'vitest'
import * as z from 'zod'
import { startWorld, until } from '../../harness.ts'
import { openPage } from '../live/pages.ts'

type Answer = (request: IncomingMessage, body: string, response: ServerResponse) => void

/** A bot's own program beside the sandbox, answering as it is told to. */
async function startExtension(answer: Answer): Promise<string> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    answer(request, Buffer.concat(chunks).toString('utf8'), response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${z.object({ port: z.number() }).parse(server.address()).port}/panel`
}

const view = { title: '列规通', sections: [], people: [], tour: [] }

it('passes the view and the actions on, with what was sent, and tells every page', async () => {
  const asked: unknown[] = []
  const url = await startExtension((request, body, response) => {
    asked.push([request.method, request.url, body])
    if (request.method === 'GET') response.end(JSON.stringify(view))
    else response.writeHead(409).end(JSON.stringify({ error: '这个月已经开了。' }))
  })
  const { sandbox, control } = await startWorld()
  const page = await openPage(sandbox.url)
  expect((await control('GET', '/extension')).body).toEqual({ url: null, preparing: false })
  expect((await control('POST', '/extension', { url })).body).toEqual({ url, preparing: false })
  expect(await control('GET', '/extension/view?language=zh')).toEqual({ status: 200, body: view })
  expect(await control('POST', '/extension/actions/open%2Fmonth?language=en', { days: 1 })).toEqual({
    status: 409,
    body: { error: '这个月已经开了。' },
  })
  await control('POST', '/extension/changed')
  expect(asked).toEqual([
    ['GET', '/panel?language=zh', ''],
    ['POST', '/panel/actions/open%2Fmonth?language=en', '{"days":1}'],
  ])
  await until(() => page.of('extension').length === 3)
  expect((await control('DELETE', '/extension')).body).toEqual({ url: null, preparing: false })
  await until(() => page.of('extension').length === 4)
  const nobody = { status: 404, body: { error: 'Nobody extends this page.' } }
  expect(await control('GET', '/extension/view')).toEqual(nobody)
  expect(await control('POST', '/extension/actions/a')).toEqual(nobody)
})

it('outlives a reset', async () => {
  const { control } = await startWorld()
  await control('POST', '/extension', { url: 'http://127.0.0.1:1/' })
  await control('POST', '/reset')
  expect((await control('GET', '/extension')).body).toEqual({ url: 'http://127.0.0.1:1/', preparing: false })
})

const unanswered: [string, Answer, string][] = [
  ['words', (_, __, response) => void response.end('hello'), 'did not answer with a JSON object'],
  ['a list', (_, __, response) => void response.end('[]'), 'did not answer with a JSON object'],
  ['nothing', () => {}, 'did not answer within 0.05 s'],
  ['a broken line', (request) => void request.socket.destroy(), 'cannot be reached'],
  [
    'the way elsewhere',
    (_, __, response) => void response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
    'cannot be reached',
  ],
]

it.each(unanswered)('an extension that answers with %s is said to be down', async (_, answer, why) => {
  const url = await startExtension(answer)
  const { control } = await startWorld({ extensionPatience: 50 })
  await control('POST', '/extension', { url })
  const down = { status: 502, body: { error: `The extension ${url} ${why}.` } }
  expect(await control('GET', '/extension/view')).toEqual(down)
})

it('asks no other address than its own', async () => {
  const asked: unknown[] = []
  const url = await startExtension((request, _, response) => {
    asked.push(request.url)
    response.end('{}')
  })
  const { control } = await startWorld()
  await control('POST', '/extension', { url })
  for (const id of ['%2e%2e', '%2E'])
    expect((await control('POST', `/extension/actions/${id}`)).status).toBe(404)
  await control('POST', '/extension/actions/..%2F..%2Fsecret')
  expect(asked).toEqual(['/panel/actions/..%2F..%2Fsecret'])
  for (const wrong of ['file:///etc/passwd', 'panel', ''])
    expect((await control('POST', '/extension', { url: wrong })).status).toBe(400)
})

it('says that it is being prepared until somebody extends the page', async () => {
  const { sandbox, control } = await startWorld()
  const page = await openPage(sandbox.url)
  expect((await control('POST', '/extension/preparing')).body).toEqual({ url: null, preparing: true })
  expect((await control('GET', '/extension')).body).toEqual({ url: null, preparing: true })
  await until(() => page.of('extension').length === 1)
  await control('POST', '/extension', { url: 'http://127.0.0.1:1/' })
  expect((await control('GET', '/extension')).body).toMatchObject({ preparing: false })
})
