import { may } from '../../shared/domain/permission.ts'
import type { UnitPath } from '../../shared/domain/unit.ts'
import type { Card } from '../cards/kit.ts'
import type { Answer, Turn } from '../declare.ts'
import { handoverWords as words } from '../words/handover.ts'
import { refusals } from '../words/refusals.ts'

/** 交接 and 代班 first ask which township it is about, where somebody answers for several. */
export const chooseStep =
  (cardOf: (turn: Turn, townships: readonly UnitPath[]) => Promise<Card>) =>
  async (
    turn: Turn,
    _state: unknown,
    { township }: { township?: UnitPath | '' | undefined },
  ): Promise<Answer> => {
    if (!township) return { toast: words.noUnit }
    if (!may(turn.who, turn.plan.programme.id, 'handOver', township)) return { toast: refusals.notAllowed }
    return { card: await cardOf(turn, [township]) }
  }
