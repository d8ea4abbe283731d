import { sizes } from '../limits.ts'

export const oversizeCard = (content: string, strict: boolean): boolean =>
  Buffer.byteLength(content) > (strict ? sizes.card : sizes.cardLenient)

/** What is wrong with a card, in Feishu's words, or null. */
export function cardProblem(_card: unknown): string | null {
  return null
}
