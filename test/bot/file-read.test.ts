import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dispatch } from '../../bot/dispatch.ts'
import { runWork } from '../../bot/works/index.ts'
import { ChatId, type Push } from '../../shared/domain/push.ts'
import type { Downloaded, ReadTable, WorkPorts } from '../../shared/ports.ts'
import { runSteps } from '../../shared/usecases/run-steps.ts'
import { buttonsOf, nodesOf, textsOf } from './said-of.ts'
import { aTownship, people } from './township.ts'

let here: Awaited<ReturnType<typeof aTownship>>
beforeAll(async () => {
  here = await aTownship()
})
afterAll(() => here.close())

let files = 0
const chat = ChatId.parse('oc_1')
/** What somebody is told who sends a file: what Feishu gives for it, and what is in it. */
const told = async (who: typeof people.officer, got: Downloaded, table: ReadTable, name = '4月.xlsx') => {
  const message = `om_file_${++files}`
  const at = here.ports.clock.now()
  await dispatch(here.ports, {
    ...{ is: 'file', id: message, at, from: who.id, chat, group: false, message, file: 'file_1', name },
  })
  const job = await jobOf(message)
  const ports: WorkPorts = {
    ...here.ports,
    inbox: { download: async () => got },
    uploads: { upload: async () => 'file_2' },
    files: { readTable: async () => table, writeWorkbook: async () => new Uint8Array() },
  }
  const steps = await runWork(ports)(job)
  if (steps) await runSteps(here.ports, job, steps, async () => true)
  const push = (await here.pushed()).find(({ id }) => id === `file-read:${job.id}`)
  return { job, push, says: push && (await here.render(push)) }
}
const jobOf = async (message: string): Promise<Push> => {
  const jobs = await here.ports.store.pending('work', here.ports.clock.now(), 100)
  const job = jobs.find(({ push }) => push.facts.message === message)
  if (job === undefined) throw new Error(`nothing is to be done for ${message}`)
  return job.push
}

const file: Downloaded = { is: 'file', bytes: new Uint8Array([1]) }
const sheet = (name: string, rows: number, isHidden = false) => ({
  ...{ name, isHidden, merges: 0 },
  rows: Array.from({ length: rows }, (_, index) => ({ number: index + 1, cells: [] })),
})
const read = (...sheets: ReturnType<typeof sheet>[]): ReadTable => ({ is: 'read', sheets })
const unread: ReadTable = { is: 'refused', why: 'damaged' }

describe('a file', () => {
  it('is answered with what is in it, and with the way to the card that takes the figures', async () => {
    const { push, says } = await told(people.officer, file, read(sheet('4月', 3), sheet('_', 2, true)))
    expect(push).toMatchObject({ to: { person: people.officer.id }, replyTo: expect.any(String) })
    expect(textsOf(says)[0]).toBe('- 4月：3 行\n现在还不能从文件里收数，里面的数没有收。请在卡片里填报。')
    expect(buttonsOf(says)[0]).toBe('接着填（7 户）')
    const [button] = nodesOf(says).filter(({ tag }) => tag === 'button')
    const [behaviour] = (button?.behaviors ?? []) as { value: unknown }[]
    const next = await here.press(people.officer, behaviour?.value)
    expect(next.card?.header.title.content).toBe('金沙街道 4月')
  })

  it('leads who has nothing to file to /待办', async () => {
    const { says } = await told(people.leader, file, read(sheet('4月', 1)))
    expect(says).toEqual({ text: expect.stringContaining('“/待办”') })
  })

  it('shows a sheet’s name as it is, and no more of them than fit', async () => {
    const many = Array.from({ length: 40 }, (_, index) =>
      sheet(`${index}<at id=all></at>${'长'.repeat(90)}`, 1),
    )
    const { push, says } = await told(people.officer, file, read(...many), '很长'.repeat(300))
    expect(JSON.stringify(says)).not.toContain('<at')
    expect(textsOf(says)[0]).toContain('- 另有 32 张表')
    expect(Buffer.byteLength(JSON.stringify(push?.facts))).toBeLessThan(1024)
  })

  it('keeps the job within a push’s kilobyte, however long its name', async () => {
    const { job } = await told(people.officer, file, unread, '很长的名字'.repeat(200))
    expect(Buffer.byteLength(JSON.stringify(job.facts))).toBeLessThan(1024)
  })

  it.each([
    ['empty', '没有内容'],
    ['encrypted', '不带密码'],
    ['old-excel', '另存为 .xlsx'],
    ['not-a-table', '不是表格'],
    ['damaged', '没有传完整'],
    ['too-large', '10 MB 以内'],
  ] as const)('that is %s is refused with a sentence that says what to do', async (why, says) => {
    const refused = await told(people.officer, file, { is: 'refused', why })
    expect(textsOf(refused.says)[0]).toContain(says)
    expect(buttonsOf(refused.says)[0]).toBe('接着填（7 户）')
  })

  it('that Feishu does not give is refused in the same way', async () => {
    const gone = await told(people.officer, { is: 'refused', why: 'gone', code: 234003 }, unread)
    expect(textsOf(gone.says)[0]).toContain('可能已经撤回')
    const large = await told(people.officer, { is: 'refused', why: 'too-large', code: 234006 }, unread)
    expect(textsOf(large.says)[0]).toContain('10 MB 以内')
  })
})

it('a file that a work has made goes to a person, and to no group', async () => {
  const { job } = await told(people.officer, file, unread)
  const made: Push = { ...job, id: 'made', lane: 'answer', kind: 'attachment', facts: { file: 'file_2' } }
  expect(await here.render(made)).toEqual({ file: 'file_2' })
  expect(await here.render({ ...made, to: { chat } })).toBeUndefined()
})
