import * as z from 'zod'
import { sizes } from '../limits.ts'
import { placedIn } from './placed.ts'
import { sentence } from './problem.ts'
import { rules } from './rules.ts'
import { rootProblem, shapeProblem } from './shape-problem.ts'

const Special = z.looseObject({ type: z.enum(['template', 'card']), data: z.looseObject({}) })

export const oversizeCard = (content: string, strict: boolean): boolean =>
  Buffer.byteLength(content) > (strict ? sizes.card : sizes.cardLenient)

/** What is wrong with a card, in Feishu's words, or null. Cards of 1.0 are taken as they are. */
export function cardProblem(card: unknown): string | null {
  const special = Special.safeParse(card)
  if (special.success) {
    return special.data.type === 'card'
      ? 'ErrCode: 11310; ErrMsg: cardid is invalid'
      : 'ErrCode: 200380; ErrMsg: template is not existed or not visible'
  }
  if (!hasSchema(card)) return null
  const outer = rootProblem(card)
  if (outer) return sentence(outer)
  const all = placedIn(card)
  for (const placed of all) {
    const inner = shapeProblem(placed)
    if (inner) return sentence(inner)
  }
  for (const rule of rules) {
    const broken = rule(all, card)
    if (broken) return sentence(broken)
  }
  return null
}

const hasSchema = (card: unknown): boolean => typeof card === 'object' && card !== null && 'schema' in card
