import * as z from 'zod'
import { runWork } from '../../bot/works/index.ts'
import { messengerOf } from '../../functions/sender.ts'
import { readConfig } from '../../shared/config.ts'
import { Instant } from '../../shared/domain/instant.ts'
import { OpenId } from '../../shared/domain/person.ts'
import { Push } from '../../shared/domain/push.ts'
import { holdLittle, realClock, startRuntime } from '../../shared/runtime.ts'
import { workPorts } from '../../shared/runtime-worker.ts'
import { peakMB } from './memory.ts'

/** Reads one file that somebody sent, in a process of its own as the worker does, and says what it cost; nothing is stored. */
const Job = z.object({ at: Instant, programme: z.string(), person: OpenId, facts: Push.shape.facts })

const previewOnce = async () => {
  const { at, programme, person, facts } = Job.parse(JSON.parse(process.argv[2] ?? ''))
  holdLittle()
  const runtime = startRuntime(readConfig(), { ...realClock, now: () => at })
  const run = runWork(workPorts(runtime, messengerOf(runtime)))
  const steps = await run({
    ...{ id: 'once', lane: 'work', kind: 'read-file', programme, to: { person }, facts },
    ...{ due: at, quiet: false, proactive: false },
  })
  const changes: unknown[] = []
  for (let step = await steps?.next(); step && !step.done; step = await steps?.next())
    changes.push(...(await step.value.changes()))
  const answer = JSON.stringify(changes)
  const peak = peakMB('self') ?? process.resourceUsage().maxRSS / 1024
  process.stdout.write(`\n${JSON.stringify({ answer, peakMB: peak })}`, () => process.exit(0))
}

void previewOnce()
