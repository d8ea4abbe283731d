import { Button, Spin, Switch } from '@douyinfe/semi-ui-19'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { type Language, usePreferences } from '../preferences.ts'
import { ask } from '../sandbox/ask.ts'
import { keys, useNow } from '../sandbox/queries.ts'
import type { Clock } from '../sandbox/wire.ts'
import { useWords } from '../words/words.ts'
import { useDoing } from './doing.ts'
import { Part } from './part.tsx'

const hour = 3_600_000
const day = 24 * hour
const zone = '+08:00'

const tongue: Record<Language, string> = { zh: 'zh-CN', en: 'en-GB' }
const whole: Intl.DateTimeFormatOptions = {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  weekday: 'short',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
}

type Move = { by?: number; to?: string; mode?: Clock['mode'] }

/** The virtual clock: it ticks, stands still, and goes forward through everything that is due. */
export function ClockPart() {
  const words = useWords().director.clock
  const { language } = usePreferences()
  const mode = useQuery({ queryKey: keys.clock, queryFn: () => ask<Clock>('GET', '/clock') }).data?.mode
  const now = useTicking()
  const [to, setTo] = useState('')
  const move = useDoing(async (given: Move, queries) =>
    queries.setQueryData(keys.clock, await ask<Clock>('POST', '/clock', given)),
  )
  const busy = move.isPending
  return (
    <Part title={words.label}>
      <p className="time" aria-label={words.now} role="timer">
        {new Intl.DateTimeFormat(tongue[language], whole).format(now)}
      </p>
      {/* biome-ignore lint/a11y/noLabelWithoutControl: Semi's switch is the control */}
      <label className="line">
        <span>{mode === 'flowing' ? words.flowing : words.frozen}</span>
        <Switch
          size="small"
          aria-label={words.flowing}
          checked={mode === 'flowing'}
          disabled={busy}
          onChange={(flows) => move.mutate({ mode: flows ? 'flowing' : 'frozen' })}
        />
      </label>
      <div className="buttons">
        <Button disabled={busy} onClick={() => move.mutate({ by: hour })}>
          {words.hour}
        </Button>
        <Button disabled={busy} onClick={() => move.mutate({ by: day })}>
          {words.day}
        </Button>
      </div>
      <form
        className="line"
        onSubmit={(event) => {
          event.preventDefault()
          if (to !== '') move.mutate({ to: `${to}:00${zone}` })
        }}
      >
        <input
          type="datetime-local"
          aria-label={words.to}
          min={localOf(now)}
          value={to || localOf(now)}
          onChange={(event) => setTo(event.target.value)}
        />
        <Button htmlType="submit" disabled={busy || to === ''}>
          {words.go}
        </Button>
      </form>
      <p role="status" className="moving">
        {busy && (
          <>
            <Spin size="small" /> {words.moving}
          </>
        )}
      </p>
    </Part>
  )
}

/** The clock's instant, drawn anew every second. */
function useTicking(): number {
  const now = useNow()
  const [, draw] = useState(0)
  useEffect(() => {
    const timer = window.setInterval(() => draw((count) => count + 1), 1_000)
    return () => window.clearInterval(timer)
  }, [])
  return now
}

/** As an input of date and time wants it, in Shanghai: 2023-03-09T09:00. */
const localOf = (at: number): string => new Date(at + 8 * hour).toISOString().slice(0, 16)
