import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { Lane } from '../../shared/domain/push.ts'
import type { Clock, Log, OutboxStore, Store } from '../../shared/ports.ts'
import { oldestPushSeconds } from '../../shared/usecases/oldest-push.ts'

/** Of the three seconds that Feishu waits. */
const ANSWER_SECONDS = [0.025, 0.05, 0.1, 0.2, 0.4, 0.8, 1.2, 1.6, 2.3, 3]
/** A longer queue counts as this long: nobody reads all of it at every look. */
const MOST_COUNTED = 1000

/** What Prometheus is told. Whatever happens is one line in the log, so that the lines are what is counted. */
export const startMetrics = () => {
  const register = new Registry()
  const registers = [register]
  collectDefaultMetrics({ register })
  const counter = <L extends string>(name: string, help: string, labelNames: L[]) =>
    new Counter({ name, help, labelNames, registers })
  const lines = counter('liegui_log_lines_total', 'Lines of the log, by level and code', ['level', 'code'])
  const requests = counter(
    'liegui_requests_total',
    'Events, callbacks and strangers, by what they were answered',
    ['kind', 'status'],
  )
  const refused = counter('liegui_refused_total', 'Requests that were not taken for those of Feishu', ['why'])
  const pushes = counter('liegui_pushes_total', 'Pushes: sent, dropped, dead, and failed tries', ['end'])
  const jobs = counter('liegui_jobs_total', 'Jobs of the worker: done, dead, and failed tries', ['end'])
  const commits = counter('liegui_commits_total', 'Turns: committed, duplicate, conflict', ['end'])
  const answers = new Histogram({
    ...{ name: 'liegui_answer_seconds', help: 'How long Feishu waited for its answer', registers },
    ...{ labelNames: ['kind'], buckets: ANSWER_SECONDS },
  })

  const counted =
    (log: Log): Log =>
    (level, code, ids = {}) => {
      log(level, code, ids)
      lines.inc({ level, code })
      const { status = 0, kind = 'stranger', ms, why = 'unknown' } = ids
      if (code.startsWith('webhook-')) requests.inc({ kind, status })
      if (code === 'webhook-refused') refused.inc({ why })
      else if (code.startsWith('webhook-')) answers.observe({ kind }, Number(ms) / 1000)
      if (code.startsWith('push-')) pushes.inc({ end: code.slice('push-'.length) })
      if (code.startsWith('work-')) jobs.inc({ end: code.slice('work-'.length) })
    }
  const countingCommits = (store: Store): Store => ({
    ...store,
    async commit(...turn) {
      const done = await store.commit(...turn)
      commits.inc({ end: done.is })
      return done
    },
  })
  return {
    register,
    counted,
    countingCommits,
    watchOutbox: (ports: Watched) => watchOutbox(ports, registers),
  }
}

export type Metrics = ReturnType<typeof startMetrics>

type Watched = { store: OutboxStore; clock: Clock }

/** The outbox is looked at whenever somebody asks. */
const watchOutbox = ({ store, clock }: Watched, registers: Registry[]): void => {
  const gauge = (name: string, help: string, read: () => Promise<number>) =>
    new Gauge({
      ...{ name, help, registers },
      async collect() {
        this.set(await read())
      },
    })
  for (const lane of Lane.options)
    gauge(
      `liegui_outbox_${lane}`,
      `Due in the lane ${lane}, at most ${MOST_COUNTED}`,
      async () => (await store.pending(lane, clock.now(), MOST_COUNTED)).length,
    )
  gauge('liegui_outbox_oldest_seconds', 'For how long the oldest of them might have been out', () =>
    oldestPushSeconds({ store, clock }),
  )
  gauge(
    'liegui_dead_letters',
    'Pushes and jobs that were given up',
    async () => (await store.deadLetters()).length,
  )
}
