import { pages } from '../limits.ts'

export type Live = ReturnType<typeof createLive>

/** One open page: what it is still to be sent, in order. */
type Page = { lines: string[]; waiting: number; wake: () => void; end: () => void }

/** A page's own end of the line. */
export type Seat = {
  /** What to send next, as soon as there is something; undefined once the page is to be let go. */
  next: () => Promise<string | undefined>
  leave: () => void
}

const lineOf = (event: string, data: unknown) => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`

/** Tells every open page what happened, each event written once for all of them. */
export function createLive(heartbeatMs: number) {
  const open = new Set<Page>()
  let heart: NodeJS.Timeout | undefined

  const send = (page: Page, line: string) => {
    page.lines.push(line)
    page.waiting += line.length
    if (page.waiting > pages.behind) page.end()
    page.wake()
  }
  const sendAll = (line: string) => {
    for (const page of open) send(page, line)
  }
  const beat = () => {
    clearInterval(heart)
    heart = open.size > 0 ? setInterval(() => sendAll(': still here\n\n'), heartbeatMs).unref() : undefined
  }

  return {
    connected: () => open.size,

    tell(event: string, data: unknown): void {
      if (open.size > 0) sendAll(lineOf(event, data))
    },

    /** Opens a line to one page, which hears `hello` first; `hangUp` is called when it is let go. */
    join(hello: unknown, hangUp: () => void): Seat {
      let ended = false
      const leave = () => {
        ended = true
        page.lines = []
        if (open.delete(page) && open.size === 0) beat()
        page.wake()
      }
      const end = () => {
        leave()
        hangUp()
      }
      const page: Page = { lines: [lineOf('hello', hello)], waiting: 0, wake: () => {}, end }
      open.add(page)
      if (open.size === 1) beat()
      return {
        leave,
        async next() {
          if (page.lines.length === 0 && !ended) await new Promise<void>((resolve) => (page.wake = resolve))
          if (ended) return undefined
          page.waiting = 0
          return page.lines.splice(0).join('')
        },
      }
    },

    close(): void {
      for (const page of [...open]) page.end()
    },
  }
}
