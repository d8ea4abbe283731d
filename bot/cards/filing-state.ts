import * as z from 'zod'
import { CreditCode } from '../../shared/domain/enterprise.ts'
import { Month } from '../../shared/domain/month.ts'
import { IndicatorId } from '../../shared/domain/programme.ts'
import { UnitPath } from '../../shared/domain/unit.ts'

/** What a filing card carries: which township's month, which firms it shows, and what had happened when it was drawn. */
export const FilingState = z.object({
  programme: z.string(),
  month: Month,
  township: UnitPath,
  codes: z.array(CreditCode).max(40),
  /** The township's sequence when the card was drawn. */
  seen: z.number().int(),
  /** Set while the page shows one figure of many firms. */
  indicator: IndicatorId.optional(),
  /** Firms that a colleague filed meanwhile, and the sequence at which the officer was shown both figures. */
  contested: z.object({ codes: z.array(CreditCode), seen: z.number().int() }).optional(),
  /** Set while the officer looks through firms that are filed already. */
  filed: z.boolean().optional(),
  /** 只看缺的: what is missing or asked, and nothing else; or every firm, filed or not. By default the open ones. */
  list: z.enum(['missing', 'all']).optional(),
  /** The firm that a step is about: the page begins there, or its own card is shown. */
  firm: CreditCode.optional(),
  /** 本月无: the figures that were chosen, until it is confirmed. */
  none: z.array(IndicatorId).max(20).optional(),
})
export type FilingState = z.infer<typeof FilingState>

export type FilingToken = (
  step: string,
  patch?: { [K in keyof FilingState]?: FilingState[K] | undefined },
) => {
  flow: string
  version: number
  step: string
  state: unknown
}
