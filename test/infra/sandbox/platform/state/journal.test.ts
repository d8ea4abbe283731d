import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openState } from '../../../../../infra/sandbox/platform/state/state.ts'

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'sandbox-'))
  onTestFinished(() => rmSync(made, { recursive: true, force: true }))
  return made
}

const chat = (chat_id: string, name: string) => ({
  ...{
    chat_id,
    type: 'group' as const,
    name,
    description: '',
    owner_id: '',
    members: [],
    bot: true,
    dissolved: false,
  },
})

const names = (data: string) => {
  const state = openState(data)
  const found = state.chats.all().map((one) => one.name)
  state.close()
  return found
}

describe('the journal', () => {
  it('brings back what was put, changed and dropped, in the order of the first puts', () => {
    const data = folder()
    const state = openState(data)
    for (const id of ['a', 'b', 'c']) state.commit(state.chats.put(id, chat(id, id)))
    state.commit(state.chats.put('a', chat('a', 'A')), state.chats.drop('b'))
    state.close()
    expect(names(data)).toEqual(['A', 'c'])
  })

  it('a line that was cut short is as if it had never been begun, and writing goes on after it', () => {
    const data = folder()
    const state = openState(data)
    state.commit(state.chats.put('a', chat('a', '一')))
    state.close()
    const path = join(data, 'journal.ndjson')
    const whole = statSync(path).size
    appendFileSync(path, readFileSync(path).subarray(0, whole - 20))
    expect(names(data)).toEqual(['一'])
    expect(statSync(path).size).toBe(whole)
    const again = openState(data)
    again.commit(again.chats.put('b', chat('b', '二')))
    again.close()
    expect(names(data)).toEqual(['一', '二'])
  })

  it('a whole line that cannot be read stops the start with the place', () => {
    const data = folder()
    writeFileSync(join(data, 'journal.ndjson'), '[]\n{oops}\n')
    expect(() => openState(data)).toThrow(/journal\.ndjson cannot be read at byte 3/)
  })

  it('is written anew at the start once it is large, with the same content', () => {
    const data = folder()
    const state = openState(data)
    const long = 'x'.repeat(100_000)
    for (let turn = 0; turn < 180; turn += 1) state.commit(state.chats.put('a', chat('a', `${turn}${long}`)))
    state.commit(state.chats.put('b', chat('b', '二')))
    state.close()
    const path = join(data, 'journal.ndjson')
    expect(statSync(path).size > 16_000_000).toBe(true)
    expect(names(data)).toEqual([`179${long}`, '二'])
    expect(statSync(path).size < 110_000).toBe(true)
    expect(names(data)).toEqual([`179${long}`, '二'])
  })
})

it('a reset forgets people and messages and keeps the app, its tokens and followers', () => {
  const data = folder()
  const state = openState(data)
  state.commit(
    state.chats.put('a', chat('a', '一')),
    state.appTokens.put('t-1', { token: 't-1', expires: 1 }),
  )
  state.commit(state.followers.put('http://a/', { url: 'http://a/' }))
  state.clear()
  state.close()
  const again = openState(data)
  onTestFinished(() => again.close())
  expect([again.chats.size(), again.appTokens.size(), again.followers.size()]).toEqual([0, 1, 1])
})
