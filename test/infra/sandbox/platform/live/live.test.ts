import { once } from 'node:events'
import { connect } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { startWorld, textCard, until } from '../../harness.ts'
import { openPage } from './pages.ts'

const pagesOf = async (control: Awaited<ReturnType<typeof startWorld>>['control']) =>
  (await control('GET', '/app')).body.pages

it('an open page hears of people, chats, messages, updates, recalls, the clock, faults and a reset', async () => {
  const { sandbox, client, control, person, group, send } = await startWorld()
  const page = await openPage(sandbox.url)
  expect(page.type).toContain('text/event-stream')
  expect(page.heard).toEqual([{ event: 'hello', data: { now: 1_677_632_400_000, mode: 'frozen' } }])
  const wang = await person('王敏')
  const chat = await group('如皋市', [wang])
  const message_id = await send(wang, 'interactive', textCard('甲'))
  await client.im.v1.message.patch({
    path: { message_id },
    data: { content: JSON.stringify(textCard('乙')) },
  })
  await client.im.v1.message.delete({ path: { message_id } })
  await control('POST', '/clock', { by: 60_000 })
  await control('POST', '/faults', { kind: 'rate-limit', api: 'im.message.create' })
  await control('POST', '/reset')
  await until(() => page.of('reset').length === 1)
  expect(page.of('users')).toEqual([{ open_ids: [wang] }])
  expect(page.of('chats')[0]).toEqual({ chat_ids: [chat] })
  expect(page.of('message')).toMatchObject([
    { message_id, card: textCard('甲'), updates: 0, sender: { name: '机器人' } },
    { message_id, card: textCard('乙'), updates: 1 },
    { message_id, card: null, recalled: true },
  ])
  expect(page.of('clock').at(-1)).toEqual({ now: 1_677_632_460_000, mode: 'frozen' })
  expect(page.of('faults')).toMatchObject([{ faults: [{ kind: 'rate-limit' }] }])
})

it('one person’s press is heard by every page', async () => {
  const { sandbox, control, person } = await startWorld()
  const wang = await person('王敏')
  const pages = await Promise.all([openPage(sandbox.url), openPage(sandbox.url)])
  await control('POST', `/chats/${wang}/messages`, { as: wang, text: '报好了' })
  await until(() => pages.every((page) => page.of('message').length === 1))
  for (const page of pages) expect(page.of('message')).toMatchObject([{ content: { text: '报好了' } }])
})

it('200 pages come and go, all that stay hear everything, and nothing is kept of those that went', async () => {
  const { sandbox, control, person } = await startWorld()
  const wang = await person('王敏')
  const pages = await Promise.all(Array.from({ length: 200 }, () => openPage(sandbox.url)))
  expect(await pagesOf(control)).toBe(200)
  const [going, staying] = [pages.slice(0, 150), pages.slice(150)]
  const leaving = Promise.all(going.map((page) => page.go()))
  for (let said = 0; said < 20; said += 1)
    await control('POST', `/chats/${wang}/messages`, { as: wang, text: `第${said}句` })
  await leaving
  await until(() => staying.every((page) => page.of('message').length === 20))
  while ((await pagesOf(control)) !== 50) await new Promise((resolve) => setTimeout(resolve, 5))
  await Promise.all(staying.map((page) => page.go()))
  while ((await pagesOf(control)) !== 0) await new Promise((resolve) => setTimeout(resolve, 5))
})

it('a page that takes nothing is let go, and the others go on', async () => {
  const { sandbox, control, person } = await startWorld()
  const wang = await person('王敏')
  const stuck = connect(sandbox.port, '127.0.0.1')
  onTestFinished(() => void stuck.destroy())
  await once(stuck, 'connect')
  stuck.pause()
  stuck.write('GET /sandbox/live HTTP/1.1\r\nHost: sandbox\r\n\r\n')
  const page = await openPage(sandbox.url)
  const text = '长'.repeat(40_000)
  let sent = 0
  for (; sent < 1_000 && ((await pagesOf(control)) === 2 || sent === 0); sent += 1)
    await control('POST', `/chats/${wang}/messages`, { as: wang, text })
  expect(await pagesOf(control)).toBe(1)
  await until(() => page.of('message').length === sent)
})

it('an idle page is kept open, and closing the sandbox ends every page', async () => {
  const { sandbox } = await startWorld({ heartbeat: 5 })
  const page = await openPage(sandbox.url)
  await until(() => page.comments() > 1)
  await sandbox.close()
  await until(() => page.ended())
})
