import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dispatch } from '../../bot/dispatch.ts'
import { ChatId } from '../../shared/domain/push.ts'
import type { Incoming, Ports } from '../../shared/ports.ts'
import { aTownship, clean, filing, group, people, typed } from './township.ts'

let here: Awaited<ReturnType<typeof aTownship>>
let commits = 0
let logged: unknown[] = []
beforeAll(async () => {
  here = await aTownship(1)
})
afterAll(() => here.close())

/** A store in which somebody is always faster, so many times. */
const busy = (times: number): Ports => {
  commits = 0
  logged = []
  const { store } = here.ports
  return {
    ...here.ports,
    log: (...line) => void logged.push(line),
    store: {
      ...store,
      commit: async (changes, mark) => (commits++ < times ? { is: 'conflict' } : store.commit(changes, mark)),
    },
  }
}

const about = { at: 0, from: people.officer.id, chat: ChatId.parse('oc_1') }
const said = { group: false, toBot: true, message: 'om_9', text: '/帮助' }
const events: Incoming[] = [
  { is: 'message', id: 'busy-message', ...about, ...said },
  { is: 'file', id: 'busy-file', ...about, group: false, message: 'om_9', file: 'file_1', name: '三月.xlsx' },
  { is: 'menu', id: 'busy-menu', at: 0, from: people.officer.id, key: 'help' },
  { is: 'bot-added', id: 'busy-added', ...about, chat: group, name: '通州列规群' },
]

describe('when somebody else is always faster', () => {
  it.each(events)('$is is not taken, so that Feishu sends it again, and is then answered', async (event) => {
    await expect(dispatch(busy(100), event)).rejects.toMatchObject({ name: 'TurnGaveUp' })
    expect(commits).toBe(6)
    expect(logged).toContainEqual(['warn', 'turn-gave-up', { id: event.is === 'unknown' ? '' : event.id }])
    expect(await dispatch(busy(5), event)).toEqual({})
    expect(commits).toBe(6)
  })

  it('a press is told to press again, with what was typed still there', async () => {
    const [code] = here.codes
    if (code === undefined) throw new Error('no firm')
    const press: Incoming = {
      ...{ is: 'press', id: 'busy-press', ...about, message: 'om_1' },
      value: filing([code], 1)('submit'),
      form: typed(code, clean),
    }
    const answer = await dispatch(busy(100), press)
    expect(answer).toEqual({ toast: { tone: 'error', say: expect.stringMatching(/再按一次.*还在/) } })
    expect(await here.ports.store.report(here.of, code)).toMatchObject({ state: 'expected' })
    expect((await dispatch(busy(5), press)).card).toBeDefined()
    expect(await here.ports.store.report(here.of, code)).toMatchObject({ state: 'submitted' })
  })
})
