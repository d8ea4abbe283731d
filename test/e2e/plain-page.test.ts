import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { startWorld } from '../infra/sandbox/harness.ts'
import { desktop, openBrowser, overflow, phone } from './browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const plain = (content: string) => ({ tag: 'plain_text', content })
const half = (label: string, value: string) => ({
  tag: 'column',
  elements: [{ tag: 'input', name: label, label: plain(label), default_value: value, width: 'fill' }],
})
const button = (words: string) => ({
  tag: 'button',
  name: words,
  text: plain(words),
  form_action_type: 'submit',
  behaviors: [{ type: 'callback', value: {} }],
})

/** A township's page of one firm, with a table and a chart under it. */
const filing = {
  schema: '2.0',
  config: { summary: { content: '3月数据待填' } },
  header: {
    title: plain('金沙街道 3月'),
    template: 'blue',
    text_tag_list: [{ tag: 'text_tag', text: plain('已报 0/28'), color: 'neutral' }],
  },
  body: {
    elements: [
      {
        tag: 'form',
        name: 'page',
        elements: [
          { tag: 'markdown', content: "**1 某某机械**\n<font color='grey'>上月 152.30 | 4.20</font>" },
          {
            tag: 'column_set',
            flex_mode: 'bisect',
            columns: [half('应税销售 万元', '一百五'), half('入库税收 万元', '')],
          },
          button('提交本页'),
        ],
      },
      {
        tag: 'table',
        columns: ['地区', '应税销售', '同比', '位次', '报送'].map((name) => ({
          name,
          display_name: name,
          width: '120px',
        })),
        rows: [{ 地区: '启东市', 应税销售: '4.31', 同比: '9.8%', 位次: '1', 报送: '100%' }],
      },
      {
        tag: 'chart',
        chart_spec: {
          type: 'bar',
          title: { text: '近两年走势' },
          data: { values: [{ 月份: '3月', 亿元: 4.31 }] },
        },
      },
    ],
  },
}

/** What could run if markup got through: each would leave its mark on the window. */
const attacks = [
  '<img src=x onerror="window.harmed=1">',
  '<script>window.harmed=2</script>',
  '[按这里](javascript:window.harmed=3)',
  '<a href="javascript:window.harmed=4">按这里</a>',
  '"><svg onload=window.harmed=5>',
  "' style='position:fixed' onmouseover='window.harmed=6",
  '</style></script></title><iframe src="javascript:parent.harmed=7"></iframe>',
  '&#60;img src=x onerror=window.harmed=8&#62;',
  '[x](https://a" onmouseover="window.harmed=9)',
]
const attack = attacks.join(' ')
// Written as 1.0, which the platform passes unread: in 2.0 it would refuse half of this.
const hostile = {
  header: {
    title: plain(attack),
    subtitle: plain(attack),
    text_tag_list: [{ tag: 'text_tag', text: plain(attack) }],
  },
  elements: [
    ...attacks.map((content) => ({ tag: 'markdown', content })),
    { tag: 'markdown', content: `**${attack}** <font color='red'>${attack}</font> <at id=${attack}></at>` },
    { tag: 'input', name: 'a', label: plain(attack), placeholder: plain(attack), default_value: attack },
    {
      tag: 'select_static',
      name: 'b',
      placeholder: plain(attack),
      options: [{ text: plain(attack), value: attack }],
    },
    {
      tag: 'button',
      text: plain(attack),
      behaviors: [{ type: 'open_url', default_url: 'javascript:window.harmed=10' }],
    },
    {
      tag: 'table',
      columns: [{ name: 'a', display_name: attack, data_type: 'markdown' }],
      rows: [{ a: attack }],
    },
    {
      tag: 'chart',
      chart_spec: { type: attack, title: { text: attack }, data: { values: [{ [attack]: attack }] } },
    },
    { tag: 'person', user_id: attack },
  ],
}

async function open(url: string, viewport = desktop): Promise<Page> {
  const page = await browser.newPage({ viewport })
  onTestFinished(() => page.close())
  await page.goto(`${url}/plain`)
  return page
}

async function startChats() {
  const world = await startWorld({ appName: '列规通' })
  const wang = await world.person('王敏')
  await world.group('金沙街道报送群', [wang])
  await world.send(wang, 'interactive', filing)
  return { ...world, wang }
}

describe('the plain page', () => {
  it('lists the chats on a desktop, what is newest first and open', async () => {
    const { sandbox } = await startChats()
    const page = await open(sandbox.url)
    expect(await page.locator('.row .name').allInnerTexts()).toEqual(['王敏', '金沙街道报送群'])
    expect(await page.locator('.row .preview').allInnerTexts()).toEqual([
      '［卡片］3月数据待填',
      '（1 人）还没有消息',
    ])
    expect(await page.locator('nav h2').innerText()).toBe('王敏单聊')
    expect(await overflow(page)).toBe(0)
  })

  it('shows a phone the list, then the chat, and the way back', async () => {
    const { sandbox } = await startChats()
    const page = await open(sandbox.url, phone)
    expect([await page.locator('.list').isVisible(), await page.locator('.card').isVisible()]).toEqual([
      true,
      false,
    ])
    expect(await overflow(page)).toBe(0)
    await page.getByText('王敏').first().click()
    await page.locator('.card').waitFor()
    expect([await page.locator('.list').isVisible(), await overflow(page)]).toEqual([false, 0])
    await page.getByText('‹ 会话').click()
    expect(await page.locator('.list').isVisible()).toBe(true)
  })

  it.each([
    ['a phone', phone],
    ['a desktop', desktop],
  ])('draws a card on %s: header, words, inputs side by side, buttons, table, chart', async (_, viewport) => {
    const { sandbox } = await startChats()
    const page = await open(sandbox.url, viewport)
    if (viewport === phone) await page.getByText('王敏').first().click()
    const card = page.locator('.card')
    expect(await card.locator('header').innerText()).toBe('金沙街道 3月\n已报 0/28')
    expect(await card.locator('.text').first().innerText()).toBe('1 某某机械\n上月 152.30 | 4.20')
    expect(await card.locator('.field').allInnerTexts()).toEqual([
      '应税销售 万元\n一百五',
      '入库税收 万元\n　',
    ])
    const [left, right] = await Promise.all(
      [0, 1].map((index) => card.locator('.field').nth(index).boundingBox()),
    )
    expect([left?.y, (left?.width ?? 0) > 120]).toEqual([right?.y, true])
    expect(await card.locator('.button').allInnerTexts()).toEqual(['提交本页'])
    expect(await card.locator('table').first().innerText()).toBe(
      '地区\t应税销售\t同比\t位次\t报送\n启东市\t4.31\t9.8%\t1\t100%',
    )
    expect(await card.locator('.chart').innerText()).toBe('柱状图 · 近两年走势\n月份\t亿元\n3月\t\n4.31')
    expect(await overflow(page)).toBe(0)
  })

  it.each([
    ['a phone', phone],
    ['a desktop', desktop],
  ])('opens a long chat on %s at its end, its name still in sight', async (_, viewport) => {
    const { sandbox, control, wang } = await startChats()
    for (let said = 1; said <= 30; said += 1)
      await control('POST', `/chats/${wang}/messages`, { as: wang, text: `第${said}句` })
    const page = await open(sandbox.url, viewport)
    if (viewport === phone) await page.getByText('王敏').first().click()
    await page.locator('.bubble', { hasText: '第30句' }).waitFor()
    const places = await Promise.all(
      ['nav h2', '.message:last-child', '.message:first-child'].map(async (part) => {
        const box = await page.locator(part).boundingBox()
        return box !== null && box.y >= 0 && box.y + box.height <= viewport.height
      }),
    )
    expect(places).toEqual([true, true, false])
  })

  it('shows a new message without a reload', async () => {
    const { sandbox, control, wang } = await startChats()
    const page = await open(sandbox.url)
    await control('POST', `/chats/${wang}/messages`, { as: wang, text: '报好了' })
    await page.locator('.bubble', { hasText: '报好了' }).waitFor()
    expect(await page.locator('.row .preview').first().innerText()).toBe('报好了')
  })

  it('shows hostile names, words and addresses as they were written, and runs none of them', async () => {
    const { sandbox, control, person, group, send } = await startWorld({ appName: attack })
    const eve = await person(attack)
    await group(attack, [eve])
    await send(eve, 'interactive', hostile)
    await control('POST', `/chats/${eve}/messages`, { as: eve, text: attack })
    const page = await open(sandbox.url)
    await page.hover('.card')
    for (const button of await page.locator('.button').all()) await button.click()
    expect(await page.locator('.bubble').innerText()).toBe(attack)
    expect(await page.locator('.text').first().innerText()).toBe(attacks[0])
    expect(
      await page.locator('img, iframe, svg, .card script, [onerror], [onload], [onmouseover]').count(),
    ).toBe(0)
    expect(await page.locator('.card a:not([href^="https://"])').count()).toBe(0)
    expect(await page.evaluate('window.harmed')).toBeUndefined()
    await page.setViewportSize(phone)
    expect(await overflow(page)).toBe(0)
  })

  it('lets no script run but its own, were markup ever to get through', async () => {
    const { sandbox } = await startChats()
    const page = await open(sandbox.url)
    const refused = page.waitForEvent('console', (line) => line.text().includes('Content Security Policy'))
    await page.evaluate(
      `document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="window.harmed=1">')`,
    )
    await refused
    expect(await page.evaluate('window.harmed')).toBeUndefined()
  })
})
