import { dayOf, type Instant, shortDay } from '../../shared/domain/instant.ts'
import type { Toast } from '../declare.ts'

export const handoverWords = {
  colleague: '别的同志',
  /** To whoever presses a card of firms that are somebody else's by now. */
  passed: ({ township, to, at }: { township: string; to: string; at: Instant }): Toast => ({
    tone: 'info',
    say: `${township}的这几户已于 ${shortDay(dayOf(at))}交给${to}，您不用再填；这张卡上没有存任何改动。`,
  }),
} as const
