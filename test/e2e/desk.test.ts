import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { startBot, startWorld, textCard } from '../infra/sandbox/harness.ts'
import { builtPage, desktop, openBrowser } from './browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

async function openChat(url: string, as: string, chat: string): Promise<Page> {
  const page = await browser.newPage({ viewport: desktop })
  onTestFinished(() => page.close())
  await page.goto(`${url}/?as=${as}`)
  await page
    .getByRole('navigation')
    .getByRole('listitem')
    .filter({ hasText: chat })
    .getByRole('button')
    .click()
  return page
}

const text = (content: string) => ({ tag: 'plain_text', content })
const cardOf = (...elements: object[]) => ({ schema: '2.0', body: { elements } })
const button = (content: string, more: object = {}) => ({
  ...{ tag: 'button', text: text(content), behaviors: [{ type: 'callback', value: {} }] },
  ...more,
})
const input = (name: string, content: string) => ({ tag: 'input', name, label: text(content) })
const replaceBy = (card: object) => () => ({ body: JSON.stringify({ card: { type: 'raw', data: card } }) })

async function startDesk(answer: () => { body?: string } = () => ({})) {
  const bot = await startBot((heard) => (heard.header?.event_type === 'card.action.trigger' ? answer() : {}))
  const world = await startWorld({ eventUrl: bot.url, callbackUrl: bot.url, page: builtPage() })
  const wang = await world.person('王敏')
  return { ...world, bot, wang }
}

it.each([
  ['a button', 'button'],
  ['a link in a text of a card', 'link'],
] as const)('%s to the bot opens this person’s own chat with it, here and in no new tab', async (_, role) => {
  const { sandbox, client, wang, send, group } = await startDesk()
  await send(wang, 'interactive', textCard('单聊里的卡片'))
  const chat = await group('统计群', [wang])
  const { appId } = sandbox
  const url = `https://applink.feishu.cn/client/bot/open?appId=${appId}`
  const behaviors = [{ type: 'open_url', default_url: url }]
  const opens = {
    button: button('打开机器人', { behaviors }),
    link: { tag: 'markdown', content: `请到[打开机器人](${url})里填` },
  }
  await client.im.v1.message.create({
    params: { receive_id_type: 'chat_id' },
    data: { receive_id: chat, msg_type: 'interactive', content: JSON.stringify(cardOf(opens[role])) },
  })
  const page = await openChat(sandbox.url, wang, '统计群')
  await page.getByRole('feed').getByRole(role, { name: '打开机器人' }).click()
  await page.getByRole('feed').getByText('单聊里的卡片').waitFor()
  expect(page.context().pages()).toHaveLength(1)
  expect(new URL(page.url()).searchParams.get('as')).toBe(wang)
})

it('a double click asks once and answers nothing; Esc and 取消 do, and the focus is back on the button', async () => {
  const { sandbox, bot, wang, send } = await startDesk()
  const confirm = { title: text('确定发布？'), text: text('发布后不能收回。') }
  await send(wang, 'interactive', cardOf(button('发布', { confirm })))
  const page = await openChat(sandbox.url, wang, '机器人')
  const publish = page.getByRole('button', { name: '发布' })
  const asked = page.getByRole('dialog', { name: '确定发布？' })
  for (const leave of [() => page.keyboard.press('Escape'), () => asked.getByText('取消').click()]) {
    await publish.dblclick()
    await asked.waitFor()
    await page.mouse.click(5, 5)
    expect(await asked.isVisible()).toBe(true)
    await leave()
    await asked.waitFor({ state: 'detached' })
    expect(await page.evaluate('document.activeElement.textContent')).toBe('发布')
  }
  expect(bot.events('card.action.trigger')).toEqual([])
  await publish.click()
  await asked.getByRole('button', { name: '确定' }).click()
  await expect.poll(() => bot.events('card.action.trigger')).toHaveLength(1)
})

it('a double click whose second click falls on 确定 does not confirm', async () => {
  const { sandbox, bot, wang, send } = await startDesk()
  await send(wang, 'interactive', cardOf(button('发布', { confirm: { title: text('确定发布？') } })))
  const page = await openChat(sandbox.url, wang, '机器人')
  const publish = page.getByRole('button', { name: '发布' })
  const yes = page.getByRole('dialog').getByRole('button', { name: '确定' })
  await publish.click()
  const [from, to] = await Promise.all([yes.boundingBox(), publish.boundingBox()])
  await page.keyboard.press('Escape')
  // The answer is put where the button stands.
  const by = `${(to?.x ?? 0) - (from?.x ?? 0)}px ${(to?.y ?? 0) - (from?.y ?? 0)}px`
  await page.evaluate(
    `const sheet = new CSSStyleSheet(); sheet.replaceSync('.confirm { translate: ${by} }'); document.adoptedStyleSheets.push(sheet)`,
  )
  await publish.dblclick()
  await yes.waitFor()
  expect(bot.events('card.action.trigger')).toEqual([])
})

it.each([
  ['a button that is there again, elsewhere', [input('b', '现价'), button('下一家')], '下一家'],
  ['the card when the button is gone', [input('b', '现价'), button('看进度')], 'ARTICLE'],
])('the focus goes to %s, never to another input', async (_, next, where) => {
  const { sandbox, wang, send } = await startDesk(replaceBy(cardOf(...next)))
  await send(wang, 'interactive', cardOf(button('下一家'), input('a', '销售')))
  const page = await openChat(sandbox.url, wang, '机器人')
  await page.getByRole('button', { name: '下一家' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: '现价' }).waitFor()
  const focused =
    'document.activeElement.tagName === "BUTTON" ? document.activeElement.textContent : document.activeElement.tagName'
  await expect.poll(() => page.evaluate(focused)).toBe(where)
})

it('an input that becomes another one loses the focus to the card, one that stays keeps it', async () => {
  const { sandbox, client, wang, send } = await startDesk()
  const id = await send(wang, 'interactive', cardOf(input('a', '销售')))
  const change = (name: string, label: string) =>
    client.im.v1.message.patch({
      path: { message_id: id },
      data: {
        content: JSON.stringify(cardOf(input(name, label), { tag: 'markdown', content: `问${label}` })),
      },
    })
  const page = await openChat(sandbox.url, wang, '机器人')
  await page.getByRole('textbox', { name: '销售' }).focus()
  await change('a', '销售')
  await page.getByText('问销售').waitFor()
  expect(await page.evaluate('document.activeElement.tagName')).toBe('INPUT')
  await change('b', '现价')
  await page.getByText('问现价').waitFor()
  await expect.poll(() => page.evaluate('document.activeElement.tagName')).toBe('ARTICLE')
})

it('a text that is too long stays where it was written, with the reason', async () => {
  const { sandbox, bot, wang, send } = await startDesk()
  await send(wang, 'text', { text: '你好' })
  const page = await openChat(sandbox.url, wang, '机器人')
  const box = page.getByRole('textbox', { name: '输入消息' })
  const long = '字'.repeat(60_000)
  await box.fill(long)
  await box.press('Enter')
  await page.getByRole('alert').getByText('飞书一条消息最多 150 KB').waitFor()
  expect(await box.inputValue()).toBe(long)
  expect(bot.events('im.message.receive_v1')).toEqual([])
})

it('whoever is at the end stays there when a text comes back and when the window changes', async () => {
  const { sandbox, wang, control } = await startDesk()
  const say = (text: string) => control('POST', `/chats/${wang}/messages`, { as: wang, text })
  for (let count = 1; count <= 30; count += 1) await say(`第 ${count} 条`)
  const page = await openChat(sandbox.url, wang, '机器人')
  await page.getByRole('feed').getByText('第 30 条').waitFor()
  const isAtEnd = async () => {
    const gap = `(({ scrollHeight, scrollTop, clientHeight }) => scrollHeight - scrollTop - clientHeight)(document.querySelector('[role=feed]'))`
    await expect.poll(() => page.evaluate(gap), { timeout: 5_000 }).toBeLessThan(25)
    await expect.poll(() => page.getByRole('button', { name: '回到最新消息' }).count()).toBe(0)
  }
  await page.route('**/messages', (route) =>
    route.request().method() === 'POST' ? route.abort() : route.continue(),
  )
  const box = page.getByRole('textbox', { name: '输入消息' })
  await box.fill(Array.from({ length: 12 }, (_, line) => `一段很长的话 ${line}`).join('\n'))
  await box.press('Enter')
  await page.getByRole('alert').getByText('没有发出去').first().waitFor()
  await isAtEnd()
  await box.fill('')
  await page.setViewportSize({ ...desktop, height: 600 })
  await isAtEnd()
  await page.getByRole('feed').hover()
  await page.mouse.wheel(0, -100)
  await page.getByRole('button', { name: '回到最新消息' }).waitFor()
  // The window grows downwards as far as they had gone up, and nothing is scrolled.
  await page.setViewportSize({ ...desktop, height: 690 })
  await isAtEnd()
})

it('whoever says something while reading further up is at the end, and sees it', async () => {
  const { sandbox, wang, control } = await startDesk()
  for (let count = 1; count <= 40; count += 1)
    await control('POST', `/chats/${wang}/messages`, { as: wang, text: `第 ${count} 条` })
  const page = await openChat(sandbox.url, wang, '机器人')
  await page.getByRole('feed').getByText('第 40 条').waitFor()
  await page.getByRole('feed').hover()
  await page.mouse.wheel(0, -1_200)
  await page.getByRole('button', { name: '回到最新消息' }).waitFor()
  const box = page.getByRole('textbox', { name: '输入消息' })
  await box.fill('我说的')
  await box.press('Enter')
  await page.getByRole('button', { name: '回到最新消息' }).waitFor({ state: 'detached' })
  expect(await page.getByRole('feed').getByText('我说的').isVisible()).toBe(true)
})
