/** Feishu waits three seconds for the answer to a card callback; some of them go to the way there and back. */
const WITHIN_MS = 2_300

/** What comes in time for a card callback, or `late`. What came too late goes on by itself, and nobody hears of it. */
export const inTime = async <T>(doing: Promise<T>, late: () => T): Promise<T> => {
  let timer: NodeJS.Timeout | undefined
  const waiting = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(late()), WITHIN_MS)
  })
  return Promise.race([doing, waiting]).finally(() => clearTimeout(timer))
}
