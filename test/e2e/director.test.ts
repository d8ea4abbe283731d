import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { app } from '../../infra/local/app.ts'
import { demonstration, nantong, settleIn } from '../../infra/local/demonstration.ts'
import { startDirector } from '../../infra/local/director/director.ts'
import { freePort } from '../../infra/local/dynamo.ts'
import { startWorld, type World } from '../../infra/local/world.ts'
import { Day, instantOf } from '../../shared/domain/instant.ts'
import { Month } from '../../shared/domain/month.ts'
import { desktop, openBrowser, overflow, phone } from './browser.ts'

const MORNING = instantOf(Day.parse('2023-03-09'), '09:00')
const city = demonstration(Month.parse('2023-02'), { seed: 4, firms: 60 })

let dir: string
let world: World
let director: Awaited<ReturnType<typeof startDirector>>
let browser: Browser
let context: BrowserContext
let page: Page
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'liegui-panel-'))
  const clock = new Date(MORNING).toISOString()
  const begin = (urls: World['urls']) => settleIn(city, urls)
  world = await startWorld({ dir, clock, frozen: true, begin, onLine: () => {} })
  const { id: programme } = nantong.programme
  const port = await freePort()
  director = await startDirector({ urls: world.urls, port, programme, city: () => city, seed: 4, dir })
  browser = await openBrowser()
  context = await browser.newContext({ viewport: desktop })
  page = await context.newPage()
}, 120_000)
afterAll(async () => {
  await browser.close()
  await director.close()
  await world.stop()
  await rm(dir, { recursive: true, force: true })
})

/** What the control API and the token API answer, as far as it is looked at here. */
const Said = z.looseObject({
  mode: z.string().optional(),
  faults: z.array(z.unknown()).default([]),
  users: z.array(z.unknown()).default([]),
  tenant_access_token: z.string().default(''),
})

const control = async (path: string, body?: unknown) => {
  const answer = await fetch(`${world.urls.sandbox}/sandbox${path}`, {
    ...(body !== undefined && {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  })
  return Said.parse(await answer.json())
}
const tour = () => page.getByRole('region', { name: '导览', exact: true })
const panel = () => page.getByRole('complementary', { name: '导演台' })
const part = (name: string) => panel().getByRole('region', { name, exact: true })

describe('the director’s panel in a browser', { timeout: 120_000 }, () => {
  it('begins with the tour, leads to the first person and card, and ticks the step when it is done', async () => {
    await page.goto(world.urls.sandbox)
    await tour().getByText('导览 1/6').waitFor()
    await tour().getByRole('button', { name: '带我去：开表' }).click()
    const staff = city.people[0]?.name ?? ''
    await page.getByRole('region', { name: staff }).waitFor()
    await page.getByRole('button', { name: '开表', exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: '确定' }).click()
    await tour().getByText('导览 2/6').waitFor({ timeout: 30_000 })
    await tour().getByText('当经办人填报').waitFor()
    await tour().getByRole('button', { name: '全部步骤' }).click()
    expect(await tour().getByRole('listitem').count()).toBe(6)
    expect(await tour().getByRole('listitem').filter({ hasText: '已完成' }).allInnerTexts()).toEqual([
      expect.stringContaining('开表'),
    ])
  })

  it('is sent away, stays away, and is opened again', async () => {
    await tour().getByRole('button', { name: '不再显示导览' }).click()
    await page.reload()
    await part('日程').waitFor()
    expect(await tour().count()).toBe(0)
    await panel().getByRole('button', { name: '重新打开导览' }).click()
    await tour().waitFor()
  })

  it('moves the clock by an hour and to an instant, and switches whether it flows', async () => {
    const time = part('时钟').getByRole('timer')
    await expect.poll(() => time.innerText(), { timeout: 10_000 }).toContain('09:00:00')
    await part('时钟').getByRole('button', { name: '+1 小时' }).click()
    await expect.poll(() => time.innerText(), { timeout: 10_000 }).toContain('10:00:00')
    await part('时钟').getByLabel('走到').fill('2023-03-09T11:30')
    await part('时钟').getByRole('button', { name: '走', exact: true }).click()
    await expect.poll(() => time.innerText(), { timeout: 10_000 }).toContain('11:30:00')
    await part('时钟').getByRole('switch', { name: '时间流动' }).click()
    await expect.poll(async () => (await control('/clock')).mode).toBe('flowing')
    await expect.poll(() => time.innerText(), { timeout: 10_000 }).not.toContain('11:30:00')
    await part('时钟').getByRole('switch', { name: '时间流动' }).click()
    await expect.poll(async () => (await control('/clock')).mode).toBe('frozen')
  })

  it('lets people file by themselves, shows how far they are, and stops them', async () => {
    await part('让大家动起来').getByRole('button', { name: '让大家填报（慢）' }).click()
    await part('让大家动起来')
      .getByText(/经办人正在/)
      .waitFor()
    await part('让大家动起来').getByRole('button', { name: '停下' }).click()
    await part('让大家动起来').getByText('已停下，做了的都还在。').waitFor()
    await part('让大家动起来').getByRole('button', { name: '演完这个月' }).click()
    const asked = page.getByRole('dialog', { name: '演完这个月' })
    await asked.getByRole('button', { name: '取消' }).click()
    await asked.waitFor({ state: 'hidden' })
    expect(
      (await director.view()).sections.flatMap(({ actions }) => actions.filter((one) => one.running)),
    ).toEqual([])
  })

  it('switches faults on and off, with the chance that was chosen', async () => {
    await panel().getByRole('button', { name: '故障' }).click()
    await part('故障').getByLabel('发生的机会').selectOption('10%')
    await part('故障').getByRole('switch', { name: '同一件事推送两次' }).click()
    await expect
      .poll(async () => (await control('/faults')).faults)
      .toMatchObject([{ kind: 'duplicate', probability: 0.1, api: '' }])
    await part('故障').getByRole('button', { name: '全部关掉' }).click()
    await expect.poll(async () => (await control('/faults')).faults).toEqual([])
  })

  it('lists what was delivered, and first the card that Feishu refused, with the path of what is wrong', async () => {
    await refusedCard()
    await panel().getByRole('button', { name: '送达与拒绝' }).click()
    const first = part('送达与拒绝').getByRole('listitem').first()
    await expect.poll(() => first.innerText()).toContain('飞书拒绝（230099）')
    await first.locator('summary').click()
    await expect.poll(() => first.locator('code').innerText()).toContain('marquee')
    await expect.poll(() => first.locator('pre').first().innerText()).toContain('marquee')
    const delivered = part('送达与拒绝')
      .getByRole('listitem')
      .filter({ hasText: 'card.action.trigger' })
      .first()
    await delivered.locator('summary').click()
    await expect.poll(() => delivered.locator('pre').first().innerText()).toContain('"open_message_id"')
  })

  it('speaks English when it is asked to, the tour and the panel, and Chinese again', async () => {
    const english = page.getByRole('complementary', { name: 'Director' })
    await page.getByRole('button', { name: 'Language: English' }).click()
    await page.getByRole('region', { name: 'Tour', exact: true }).getByText('You are').waitFor()
    await english.getByRole('region', { name: 'Agenda' }).getByText('February 2023').first().waitFor()
    await english.getByRole('button', { name: 'To the close' }).waitFor()
    await english.getByText('Stopped. What was done remains.').waitFor()
    const spoken = (await english.innerText()).replaceAll(/[区县市]|开表|发布/g, '')
    expect(spoken).not.toMatch(/日程|让大家|发送|进度|导演/)
    await page.getByRole('button', { name: '语言: 中文' }).click()
    await part('日程').waitFor()
  })

  it('is a drawer on a phone, and nothing lies beyond the edge', async () => {
    const narrow = await browser.newPage({ viewport: phone })
    await narrow.goto(world.urls.sandbox)
    await narrow.getByRole('region', { name: '导览', exact: true }).waitFor()
    expect(await overflow(narrow)).toBe(0)
    await narrow.getByRole('button', { name: '打开导演台' }).click()
    await narrow.getByRole('region', { name: '日程' }).waitFor()
    expect(await overflow(narrow)).toBe(0)
    await narrow.keyboard.press('Escape')
    await narrow.getByRole('complementary', { name: '导演台' }).waitFor({ state: 'hidden' })
    await narrow.close()
  })

  it('empties the sandbox only when it was asked twice', async () => {
    await panel().getByRole('button', { name: '重来' }).click()
    await part('重来').getByRole('button', { name: '清空沙箱' }).click()
    await page.getByRole('dialog', { name: '清空沙箱？' }).getByRole('button', { name: '取消' }).click()
    expect((await control('/users')).users.length).toBeGreaterThan(0)
    await part('重来').getByRole('button', { name: '清空沙箱' }).click()
    await page
      .getByRole('dialog', { name: '清空沙箱？' })
      .getByRole('button', { name: '清空', exact: true })
      .click()
    await expect.poll(async () => (await control('/users')).users).toEqual([])
  })
})

/** Sends a card with a tag that does not exist, as a bot with a mistake would. */
const refusedCard = async () => {
  const api = async (path: string, body: unknown, token = '') =>
    Said.parse(
      await (
        await fetch(`${world.urls.sandbox}/open-apis${path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
          body: JSON.stringify(body),
        })
      ).json(),
    )
  const keys = { app_id: app.LARK_APP_ID, app_secret: app.LARK_APP_SECRET }
  const { tenant_access_token } = await api('/auth/v3/tenant_access_token/internal', keys)
  const content = JSON.stringify({ schema: '2.0', body: { elements: [{ tag: 'marquee' }] } })
  const message = { receive_id: city.people[0]?.id, msg_type: 'interactive', content }
  await api('/im/v1/messages?receive_id_type=open_id', message, tenant_access_token)
}
