import { setTimeout as sleep } from 'node:timers/promises'
import type { Turn } from './turn.ts'

type Drive<One> = {
  rate: number
  seconds: number
  /** Nobody does two things at once: who is busy is not asked for another turn. */
  all: readonly One[]
  take: (one: One) => Promise<Turn>
  onTurn: () => void
}

/** `behind`: by how much each turn began later than it was to begin, ms. */
export type Driven = { turns: Turn[]; behind: number[]; seconds: number }

/** So many turns a second, each begun when its time has come, however long the others take. */
export const drive = async <One>({ rate, seconds, all, take, onTurn }: Drive<One>): Promise<Driven> => {
  const free = [...all]
  const turns: Turn[] = []
  const behind: number[] = []
  const underWay = new Set<Promise<void>>()
  const began = performance.now()
  for (let number = 0; number < rate * seconds; number++) {
    const due = began + (number * 1000) / rate
    if (due > performance.now()) await sleep(due - performance.now())
    while (free.length === 0) await Promise.race(underWay)
    const one = free.shift()
    if (one === undefined) continue
    behind.push(performance.now() - due)
    const doing = take(one).then((turn) => {
      turns.push(turn)
      free.push(one)
      onTurn()
      underWay.delete(doing)
    })
    underWay.add(doing)
  }
  await Promise.all(underWay)
  return { turns, behind, seconds: (performance.now() - began) / 1000 }
}
