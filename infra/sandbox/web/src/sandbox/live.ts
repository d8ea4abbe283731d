import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { arrive } from './arrivals.ts'
import { createAsker } from './asker.ts'
import { keys } from './queries.ts'
import type { Clock, Message } from './wire.ts'

const firstWait = 500
const longestWait = 5_000

/** Keeps the page true by one stream of events; answers whether it is connected. A broken one is opened again. */
export function useLive(): boolean {
  const queries = useQueryClient()
  const [connected, setConnected] = useState(true)
  useEffect(() => {
    let stream: EventSource | undefined
    let timer: number | undefined
    let wait = firstWait
    const open = () => {
      stream = new EventSource('/sandbox/live')
      listen(queries, stream)
      stream.addEventListener('hello', () => {
        wait = firstWait
        setConnected(true)
        // What happened before was not heard, at the first time too, so everything is asked again.
        void queries.invalidateQueries()
      })
      stream.addEventListener('error', () => {
        stream?.close()
        setConnected(false)
        timer = window.setTimeout(open, wait)
        wait = Math.min(wait * 2, longestWait)
      })
    }
    open()
    return () => {
      window.clearTimeout(timer)
      stream?.close()
    }
  }, [queries])
  return connected
}

function listen(queries: QueryClient, stream: EventSource): void {
  const again = createAsker(queries, rest)
  const on = <T>(name: string, then: (data: T) => void) =>
    stream.addEventListener(name, (event) => then(JSON.parse(event.data)))
  on<Message>('message', (message) => {
    arrive(queries, message)
    again(['chats'])
  })
  on<Clock>('hello', (clock) => queries.setQueryData(keys.clock, clock))
  on<Clock>('clock', (clock) => queries.setQueryData(keys.clock, clock))
  on('chats', () => again(['chats']))
  on('reset', () => void queries.resetQueries())
  on('delivery', () => again(['deliveries']))
  on('refusal', () => again(['deliveries']))
  on('users', () => again(keys.users))
  on('faults', () => again(['faults']))
  on('extension', () => again(keys.extension))
  on('app', () => {
    for (const key of [keys.app, keys.commands, keys.menu]) again(key)
  })
}

const shortRest = 250
/** The view of the extension is much work for it, and it says at every step of many people that something changed. */
const longRest = 1_000

const rest = ([first]: readonly string[]): Promise<void> =>
  new Promise((resolve) => {
    window.setTimeout(resolve, first === keys.extension[0] ? longRest : shortRest)
  })
