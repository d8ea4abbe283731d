import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import * as z from 'zod'
import { startBot, startWorld, textCard, until } from '../../harness.ts'
import { openPage } from '../live/pages.ts'

type World = Awaited<ReturnType<typeof startWorld>>

const slash = '/open-apis/application/v7/app_slash_commands'

/** What the SDK has no method for. */
async function register({ client }: World, command: string, description: object): Promise<void> {
  await client.request({ method: 'POST', url: slash, data: { command, description } })
}

it('offers the registered commands in the language asked for', async () => {
  const world = await startWorld()
  const page = await openPage(world.sandbox.url)
  await register(world, '进度', {
    default_value: 'Progress',
    i18n: { zh_cn: '看进度', en_us: 'See progress' },
  })
  await register(world, '帮助', { default_value: '怎么用' })
  const offered = async (query = '') => (await world.control('GET', `/slash-commands${query}`)).body.commands
  expect(await offered()).toEqual([
    { command: '进度', description: '看进度' },
    { command: '帮助', description: '怎么用' },
  ])
  expect(await offered('?locale=en_us')).toMatchObject([
    { description: 'See progress' },
    { description: '怎么用' },
  ])
  await until(() => page.of('app').length === 2)
})

it('the menu is empty until it is set, and is kept with the data', async () => {
  const data = mkdtempSync(join(tmpdir(), 'sandbox-'))
  onTestFinished(() => rmSync(data, { recursive: true, force: true }))
  const menu = [{ name: '进度', event_key: 'progress' }]
  const first = await startWorld({ data })
  expect((await first.control('GET', '/menu')).body).toEqual({ items: [] })
  expect((await first.control('POST', '/app', { menu })).body.menu).toEqual(menu)
  expect((await first.control('POST', '/app', { menu: [{ name: '' }] })).status).toBe(400)
  await first.sandbox.close()
  const second = await startWorld({ data })
  expect((await second.control('GET', '/menu')).body).toEqual({ items: menu })
  await second.sandbox.close()
  const named = await startWorld({ data, menu: [] })
  expect((await named.control('GET', '/menu')).body).toEqual({ items: [] })
})

const Said = z.object({ message: z.object({ content: z.string() }) })
const bytes = (text: string) => new Blob([Buffer.from(text, 'latin1')])

async function drop({ sandbox }: World, as: string, kind: string, name: string, blob: Blob) {
  const form = new FormData()
  form.set('as', as)
  form.set(kind, blob, name)
  const sent = await fetch(`${sandbox.url}/sandbox/chats/${as}/messages`, { method: 'POST', body: form })
  const content: unknown = JSON.parse(Said.parse(await sent.json()).message.content)
  return z.object({ file_key: z.string(), image_key: z.string() }).partial().parse(content)
}

it('gives a file back under its name, as a download and nothing else', async () => {
  const world = await startWorld()
  const wang = await world.person('王敏')
  const { file_key } = await drop(
    world,
    wang,
    'file',
    "样本 'a' (1).html",
    bytes('<script>alert(1)</script>'),
  )
  const get = (query: string) => fetch(`${world.sandbox.url}/sandbox/files/${file_key}${query}`)
  const answer = await get('')
  expect(await answer.text()).toBe('<script>alert(1)</script>')
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'application/octet-stream',
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('样本')}%20%27a%27%20%281%29.html`,
    'x-content-type-options': 'nosniff',
  })
  const renamed = await get(`?name=${encodeURIComponent('b"\r\nSet-Cookie: a=b')}`)
  expect([renamed.headers.get('set-cookie'), renamed.headers.get('content-disposition')]).toEqual([
    null,
    "attachment; filename*=UTF-8''b%22%0D%0ASet-Cookie%3A%20a%3Db",
  ])
  const { control } = world
  expect((await control('GET', `/images/${file_key}`)).status).toBe(404)
  expect((await control('GET', '/files/..%2F..%2Fjournal.ndjson')).status).toBe(404)
})

it.each([
  ['a PNG', 'image/png', '\x89PNG\r\n\x1a\n--'],
  ['a JPEG', 'image/jpeg', '\xff\xd8\xff\xe0--'],
  ['a WebP', 'image/webp', 'RIFF\x10\0\0\0WEBPVP8 '],
  ['an SVG', 'application/octet-stream', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
  ['a page', 'application/octet-stream', '<!doctype html><script>alert(1)</script>'],
])('%s that is called an image is given as %s', async (_, type, content) => {
  const world = await startWorld()
  const { image_key } = await drop(world, await world.person('王敏'), 'image', 'a.png', bytes(content))
  const answer = await fetch(`${world.sandbox.url}/sandbox/images/${image_key}`)
  expect([answer.headers.get('content-type'), answer.headers.get('x-content-type-options')]).toEqual([
    type,
    'nosniff',
  ])
  expect((await answer.arrayBuffer()).byteLength).toBe(content.length)
})

const Deliveries = z.object({
  deliveries: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      request: z.string().optional(),
      response: z.string().optional(),
    }),
  ),
})

it('tells of the last deliveries what was sent and answered, cut, and forgets it at a reset', async () => {
  const bot = await startBot((heard) =>
    heard.header?.event_type === 'card.action.trigger'
      ? { body: JSON.stringify({ toast: { type: 'info', content: '好'.repeat(30_000) } }) }
      : {},
  )
  const { sandbox, control, person, send } = await startWorld({ eventUrl: bot.url, callbackUrl: bot.url })
  const page = await openPage(sandbox.url)
  const wang = await person('王敏')
  const pressed = { tag: 'button', name: 'go', text: { tag: 'plain_text', content: '走' } }
  const button = { ...pressed, behaviors: [{ type: 'callback', value: {} }] }
  const card = await send(wang, 'interactive', { ...textCard('甲'), body: { elements: [button] } })
  await control('POST', `/messages/${card}/press`, { as: wang, button: 'go' })
  for (let said = 0; said < 200; said += 1)
    await control('POST', `/chats/${wang}/messages`, { as: wang, text: `第${said}句`, wait: true })
  const read = async (query: string) =>
    Deliveries.parse((await control('GET', `/deliveries?${query}`)).body).deliveries
  const all = await read('last=1000')
  expect(all).toHaveLength(201)
  expect(all[0]).toMatchObject({ kind: 'callback' })
  expect(all[0]).not.toHaveProperty('request')
  const last = all.at(-1)
  expect(JSON.parse(last?.request ?? '')).toMatchObject({ header: { event_type: 'im.message.receive_v1' } })
  expect(last?.response).toBe('{}')
  expect(await read('last=1')).toEqual([last])
  await control('POST', `/messages/${card}/press`, { as: wang, button: 'go' })
  expect((await read('last=1'))[0]?.response).toHaveLength(20 * 1_024)
  await until(() => page.of('delivery').length === 202)
  expect(page.of('delivery').at(-1)).not.toHaveProperty('request')
  expect((await control('GET', '/deliveries?last=none')).status).toBe(400)
  await control('POST', '/reset')
  expect(await read('last=1000')).toEqual([])
})
