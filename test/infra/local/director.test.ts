import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demonstration, nantong, settleIn } from '../../../infra/local/demonstration.ts'
import { startDirector } from '../../../infra/local/director/director.ts'
import type { View } from '../../../infra/local/director/view.ts'
import { freePort } from '../../../infra/local/dynamo.ts'
import { explains, isReturned, reviewDay } from '../../../infra/local/month/behaviour.ts'
import { peopleClient } from '../../../infra/local/month/people-client.ts'
import { officesOf } from '../../../infra/local/month/shares.ts'
import { startWorld, type World } from '../../../infra/local/world.ts'
import { Day, instantOf } from '../../../shared/domain/instant.ts'
import { Month } from '../../../shared/domain/month.ts'

const month = Month.parse('2023-02')
const city = demonstration(month, { seed: 5, firms: 40 })

/** A life in which a firm that is filed early is sent back, and its officer never explains it. */
const isHard = (seed: number): boolean =>
  officesOf(city, seed).some(
    ({ township, manner }) =>
      manner === 'early' &&
      reviewDay(seed, township) <= 3 &&
      city.enterprises.some(
        ({ unit, code }) =>
          unit === township &&
          city.truth(month).figures.has(code) &&
          isReturned(seed, code) &&
          !explains(seed, code),
      ),
  )
const SEED = Array.from({ length: 2_000 }, (_, seed) => seed).find(isHard) ?? 0

let dir: string
let world: World
let director: Awaited<ReturnType<typeof startDirector>>
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'liegui-director-'))
  world = await startWorld({
    dir,
    clock: new Date(instantOf(Day.parse('2023-03-08'), '16:00')).toISOString(),
    frozen: true,
    begin: (urls) => settleIn(city, urls),
    onLine: () => {},
  })
  const port = await freePort()
  const { id: programme } = nantong.programme
  director = await startDirector({ urls: world.urls, port, programme, city: () => city, seed: SEED, dir })
}, 120_000)
afterAll(async () => {
  await director.close()
  await world.stop()
  await rm(dir, { recursive: true, force: true })
})

const ask = async (path: string, body?: unknown) => {
  const answer = await fetch(`${world.urls.sandbox}/sandbox/extension${path}`, {
    ...(body !== undefined && {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  })
  return { status: answer.status, body: await answer.json() }
}
const view = (): Promise<View> => director.view()
const done = ({ tour }: View) => tour.filter((step) => step.done).map(({ id }) => id)
const section = ({ sections }: View, id: string) => sections.find((one) => one.id === id)
const able = (shown: View, id: string) =>
  section(shown, id)?.actions.flatMap((action) => (action.disabled ? [] : [action.id]))
const line = (shown: View, id: string, label: string) =>
  section(shown, id)?.lines.find((one) => one.label === label)?.value
const act = async (id: string) => {
  const { status } = await ask(`/actions/${id}`, {})
  await director.ended()
  return status
}

describe('the director of a small city, over HTTP through the sandbox', { timeout: 240_000 }, () => {
  it('shows what comes next before the month is asked for, and whom one can be', async () => {
    const shown = await view()
    expect(await ask('/view')).toEqual({ status: 200, body: shown })
    expect(line(shown, 'agenda', '下一个日程')).toBe('3月9日（周四）09:00，问市级人员是否开表')
    expect(shown.tour.map(({ id }) => id)).toEqual(['open', 'file', 'mistake', 'overdue', 'close', 'read'])
    expect(done(shown)).toEqual([])
    expect(able(shown, 'agenda')).toEqual(['next'])
    const [open, folded] = [false, true].map((wanted) =>
      shown.people.filter((one) => (one.folded ?? false) === wanted),
    )
    const everyone = city.people.filter(({ roles }) => roles.length > 0).map(({ id }) => id)
    expect(new Set(folded?.map(({ open_id }) => open_id))).toEqual(new Set(everyone))
    expect(new Set(open?.map(({ group }) => group))).toEqual(
      new Set(['市里', '区里', '乡镇', '审计与管理', '外人']),
    )
    expect(shown.people.every(({ label }) => label !== '')).toBe(true)
  })

  it('goes to the next moment, and refuses what cannot be done now in a sentence', async () => {
    expect(await act('next')).toBe(202)
    expect(line(await view(), 'agenda', '2023年2月')).toBe('等市里按“开表”')
    expect(await ask('/actions/review', {})).toEqual({ status: 409, body: { error: '现在没有这件事可做。' } })
    expect(await ask('/actions/nothing', {})).toMatchObject({ status: 409 })
  })

  it('ticks the tour by what the people did: opened, filed, mistaken, overdue', async () => {
    const people = peopleClient(world.urls.sandbox)
    const { tour } = await view()
    const [open, file] = tour
    await pressText(people, open?.as ?? '', '开表')
    await expect.poll(async () => done(await view())).toEqual(['open'])
    await people.clock((await people.now()) + 3_600_000)
    const card = await pressText(people, file?.as ?? '', 'start_0')
    const message = card.message
    const inputs = [...JSON.stringify(card.card).matchAll(/"name":"((?:sales|tax|power|staff)_\w+)"/g)].map(
      ([, name = '']) => name,
    )
    const code = inputs[0]?.split('_')[1] ?? ''
    const wrong = Object.fromEntries(
      inputs.filter((name) => name.endsWith(code)).map((name) => [name, '一百五']),
    )
    await people.press(message, { as: file?.as ?? '', button: '提交本页', form: wrong })
    expect(done(await view())).toEqual(['open', 'mistake'])
    expect(await act('to-overdue')).toBe(202)
    expect(done(await view())).toEqual(['open', 'mistake', 'overdue'])
  })

  it('does one thing at a time, and stops when it is told to', async () => {
    expect((await ask('/actions/file-slowly', {})).status).toBe(202)
    expect(await ask('/actions/review', {})).toMatchObject({ status: 409 })
    const running = section(await view(), 'people')?.actions
    expect(running?.find(({ id }) => id === 'file-slowly')).toMatchObject({ running: true })
    expect(running?.filter(({ disabled }) => !disabled).map(({ id }) => id)).toEqual(['file-slowly', 'stop'])
    expect(await act('stop')).toBe(200)
    expect(line(await view(), 'people', '刚才')).toBe('已停下，做了的都还在。')
  })

  it('lets everybody else file, leaves out the tour’s township, and lets the districts review', async () => {
    const before = line(await view(), 'progress', '已报')
    expect(await act('file-quickly')).toBe(202)
    const filed = await view()
    expect(line(filed, 'people', '刚才')).toMatch(/^大家填报完了，共 \d+ 户/)
    expect(line(filed, 'progress', '已报')).not.toBe(before)
    expect(done(filed)).not.toContain('file')
    expect(await act('review')).toBe(202)
    expect(line(await view(), 'people', '刚才')).toMatch(/个区审核完了/)
    const total = section(await view(), 'progress')?.rows?.slice(1) ?? []
    expect(total.reduce((sum, row) => sum + Number(row[4]), 0)).toBeGreaterThan(0)
  })

  it('plays the rest of the month until it is published, and the tour ends when the leader has read it', async () => {
    expect(await act('play')).toBe(202)
    const played = await view()
    expect(line(played, 'people', '刚才')).toMatch(/^2023年2月演完了/)
    expect(line(played, 'agenda', '2023年2月')).toBe('已发布')
    expect(done(played)).toEqual(['open', 'file', 'mistake', 'overdue', 'close'])
    expect(line(played, 'agenda', '下一个日程')).toContain('4月')
    expect(able(played, 'agenda')).toEqual(['next'])
    const { as = '', chat = '' } = played.tour.at(-1) ?? {}
    await fetch(`${world.urls.sandbox}/sandbox/chats/${chat}/read`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ as }),
    })
    expect(done(await view())).toHaveLength(6)
  })
})

/** Presses a button by its words or its name on the newest card that has it. */
const pressText = async (people: ReturnType<typeof peopleClient>, as: string, button: string) => {
  const find = async () =>
    (await people.heardBy(as)).findLast(({ card }) => JSON.stringify(card ?? {}).includes(`"${button}"`))
  await expect.poll(find, { timeout: 20_000 }).toBeDefined()
  const message = (await find())?.message_id ?? ''
  const heard = await people.press(message, { as, button })
  return { message, card: heard.card }
}
