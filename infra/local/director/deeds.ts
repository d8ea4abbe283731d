import { join } from 'node:path'
import type { Month } from '../../../shared/domain/month.ts'
import { openCount, sumCounts } from '../../../shared/domain/tally.ts'
import type { City } from '../city/city.ts'
import { memoryOf } from '../month/acknowledged.ts'
import {
  atOnce,
  fileOffices,
  type Life,
  lifeOf,
  liveMonth,
  returnedBefore,
  reviewersOf,
} from '../month/life.ts'
import type { PeopleClient } from '../month/people-client.ts'
import { reviewDistrict } from '../month/reviewer.ts'
import { officesOf } from '../month/shares.ts'
import type { Cast } from './cast.ts'
import type { SandboxPage } from './sandbox-page.ts'
import { nextMoment } from './sections.ts'
import { jumpOf, type Situation } from './situation.ts'
import type { Sentence } from './words/words.ts'
import { pause, type Report } from './work.ts'

export type Stage = {
  /** Made when it is first needed: three thousand firms take seconds. */
  city: () => City
  seed: number
  /** Where it is written down what people were promised. */
  dir: string
  client: PeopleClient
  page: SandboxPage
}

export type Deed = {
  doing: Sentence
  run: (report: Report, stop: AbortSignal) => Promise<Sentence>
}

const SLOWLY_MS = 1_500
const QUICKLY_MS = 0
/** By the third day of the review every township is looked at that ever is. */
const LAST_REVIEW_DAY = 3

/** What a button of the panel does in this situation; undefined when there is no such button, or nothing to do. */
export const deedOf = (id: string, stage: Stage, situation: Situation, cast: Cast): Deed | undefined => {
  const { month, record } = situation
  const isOpen = record?.state === 'open'
  switch (id) {
    case 'next':
      return goTo(stage, situation, nextMoment(situation)?.at)
    case 'file-slowly':
      return isOpen ? fileAll(stage, situation, record.month, cast, SLOWLY_MS) : undefined
    case 'file-quickly':
      return isOpen ? fileAll(stage, situation, record.month, cast, QUICKLY_MS) : undefined
    case 'review':
      return isOpen ? reviewAll(stage, record.month) : undefined
    case 'play':
      return month && play(stage, situation, month)
    default:
      return goTo(stage, situation, jumpOf(id, situation))
  }
}

const goTo = ({ client }: Stage, { now }: Situation, at: number | undefined): Deed | undefined => {
  if (at === undefined || at <= now) return undefined
  const run = async (): Promise<Sentence> => {
    await client.clock(at)
    return ({ deeds }) => deeds.gone(at)
  }
  return { doing: ({ deeds }) => deeds.going(at), run }
}

/** Every office that files at all, but the tour's own: that is for whoever follows the tour. */
const fileAll = (stage: Stage, { tallies }: Situation, month: Month, cast: Cast, pauseMs: number): Deed => ({
  doing: ({ deeds }) => deeds.opening,
  async run(report, stop) {
    let filed = 0
    const others = tallies.filter(({ township }) => township !== cast.township)
    const total = openCount(sumCounts(others.map(({ counts }) => counts)))
    const onFiled = (firms: number) => {
      filed += firms
      const now = filed
      report(({ deeds }) => deeds.filing(now), Math.min(1, now / Math.max(1, total)))
    }
    const life = lifeIn(stage, month, stop, { pauseMs, onFiled })
    const offices = officesOf(life.city, stage.seed).filter(
      ({ township, manner }) => township !== cast.township && manner !== 'never' && manner !== 'difficulty',
    )
    await fileOffices(life, offices)
    return ({ deeds }) => deeds.filed(filed)
  },
})

const reviewAll = (stage: Stage, month: Month): Deed => ({
  doing: ({ deeds }) => deeds.reviewing,
  async run(report, stop) {
    const life = lifeIn(stage, month, stop, {})
    const reviewers = reviewersOf(life.city)
    const returned = returnedBefore(life)
    const before = returned.size
    let through = 0
    await atOnce(reviewers, async (reviewer) => {
      await reviewDistrict(life.desk, reviewer, { day: LAST_REVIEW_DAY, returned })
      const now = ++through
      report(({ deeds }) => deeds.reviewed(now, reviewers.length), now / reviewers.length)
    })
    return ({ deeds }) => deeds.allReviewed(reviewers.length, returned.size - before)
  },
})

/** The clock stands still meanwhile but for the moves, and flows again afterwards if it did. */
const play = (stage: Stage, { plan, record }: Situation, month: Month): Deed => ({
  doing: ({ deeds }) => deeds.playing(month),
  async run(report, stop) {
    const phases = 7 + 2 * plan.programme.closeWorkdays
    let phase = ''
    let seen = 0
    let filed = 0
    const tell = () => {
      const [now, firms] = [phase, filed]
      report(({ deeds }) => deeds.phase(month, now, firms), Math.min(1, seen / phases))
    }
    const life = lifeIn(stage, month, stop, {
      opened: record !== undefined && record.state !== 'confirming',
      onFiled: (firms) => {
        filed += firms
        tell()
      },
      onPhase: (next) => {
        phase = next
        seen++
        tell()
      },
    })
    const { mode } = await stage.page.clock()
    await stage.page.setMode('frozen')
    try {
      await liveMonth(life)
    } finally {
      await stage.page.setMode(mode)
    }
    return ({ deeds }) => deeds.played(month, filed)
  },
})

const lifeIn = (
  { city, seed, dir, client }: Stage,
  month: Month,
  stop: AbortSignal,
  given: Partial<Pick<Life, 'onPhase' | 'opened'>> & { onFiled?: (firms: number) => void; pauseMs?: number },
): Life => {
  const { onPhase = () => {}, onFiled = () => {}, opened = false, pauseMs = QUICKLY_MS } = given
  const memory = memoryOf(join(dir, `acknowledged-${month}.ndjson`))
  const paced = pacedClient(client, pauseMs, stop)
  return lifeOf({ city: city(), seed, month, client: paced, memory, onFiled, onPhase, opened })
}

/** People who wait before each press, and leave off when they are told to. */
const pacedClient = (client: PeopleClient, pauseMs: number, stop: AbortSignal): PeopleClient => {
  const heed = async () => stop.throwIfAborted()
  return {
    ...client,
    heardBy: (person) => heed().then(() => client.heardBy(person)),
    ask: (person, text, isAnswer) => heed().then(() => client.ask(person, text, isAnswer)),
    clock: (to) => heed().then(() => client.clock(to)),
    press: (message, pressed) => pause(pauseMs, stop).then(() => client.press(message, pressed)),
  }
}
