import { onTestFinished } from 'vitest'
import * as z from 'zod'
import { until } from '../../harness.ts'

type News = { event: string; data: Record<string, unknown> }

const Data = z.record(z.string(), z.unknown())

function newsIn(block: string): News[] {
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1]
  const event = field('event')
  return event === undefined ? [] : [{ event, data: Data.parse(JSON.parse(field('data') ?? '')) }]
}

/** An open page: what it has heard so far. It goes when the test ends, or when it is told to. */
export async function openPage(url: string) {
  const going = new AbortController()
  onTestFinished(() => going.abort())
  const answer = await fetch(`${url}/sandbox/live`, { signal: going.signal })
  const heard: News[] = []
  let text = ''
  let ended = false
  const listen = async () => {
    const decoder = new TextDecoder()
    for await (const chunk of answer.body ?? []) {
      text += decoder.decode(chunk, { stream: true })
      const blocks = text.split('\n\n')
      text = blocks.pop() ?? ''
      heard.push(...blocks.flatMap(newsIn))
      comments += blocks.filter((block) => block.startsWith(':')).length
    }
  }
  let comments = 0
  const listening = listen()
    .catch(() => {})
    .finally(() => {
      ended = true
    })
  await until(() => heard.length > 0)
  return {
    type: answer.headers.get('content-type'),
    heard,
    of: (event: string) => heard.filter((news) => news.event === event).map((news) => news.data),
    comments: () => comments,
    ended: () => ended,
    go: () => {
      going.abort()
      return listening
    },
  }
}
