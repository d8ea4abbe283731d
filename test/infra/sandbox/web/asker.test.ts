import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { expect, it, onTestFinished, vi } from 'vitest'
import { createAsker } from '../../../../infra/sandbox/web/src/sandbox/asker.ts'

/** A page that looks at one thing, whose answers and rests come when the test lets them. */
function startPage() {
  const queries = new QueryClient()
  const answers: ((text: string) => void)[] = []
  const rests: (() => void)[] = []
  const queryFn = () => new Promise<string>((resolve) => answers.push(resolve))
  const seen: unknown[] = []
  const observer = new QueryObserver(queries, { queryKey: ['extension'], queryFn, staleTime: Infinity })
  onTestFinished(
    observer.subscribe(({ data }) => {
      if (data !== undefined && data !== seen.at(-1)) seen.push(data)
    }),
  )
  const again = createAsker(queries, () => new Promise((resolve) => rests.push(resolve)))
  return { answers, rests, seen, again: () => again(['extension']) }
}

it('a stream of changes asks once at a time, and every answer is seen', async () => {
  const { answers, rests, seen, again } = startPage()
  answers[0]?.('0')
  await vi.waitFor(() => expect(seen).toEqual(['0']))
  for (const round of [1, 2, 3]) {
    for (let count = 0; count < 20; count += 1) again()
    await vi.waitFor(() => expect(answers).toHaveLength(round + 1))
    for (let count = 0; count < 20; count += 1) again()
    answers[round]?.(`${round}`)
    await vi.waitFor(() => expect(rests).toHaveLength(round))
    expect(seen.at(-1)).toBe(`${round}`)
    expect(answers).toHaveLength(round + 1)
    rests[round - 1]?.()
  }
  // Once more for what changed while the last answer was on its way, and then no more.
  await vi.waitFor(() => expect(answers).toHaveLength(5))
  answers[4]?.('4')
  await vi.waitFor(() => expect(rests).toHaveLength(4))
  rests[3]?.()
  expect(seen).toEqual(['0', '1', '2', '3', '4'])
})

it('what was asked before the change is waited for and asked again', async () => {
  const { answers, seen, again } = startPage()
  again()
  expect(answers).toHaveLength(1)
  answers[0]?.('before')
  await vi.waitFor(() => expect(answers).toHaveLength(2))
  answers[1]?.('after')
  await vi.waitFor(() => expect(seen).toEqual(['before', 'after']))
})
