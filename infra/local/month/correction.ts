import { Amount, SCALE } from '../../../shared/domain/amount.ts'
import { CreditCode } from '../../../shared/domain/enterprise.ts'
import type { OpenId } from '../../../shared/domain/person.ts'
import type { UnitPath } from '../../../shared/domain/unit.ts'
import type { Truth } from '../city/truth.ts'
import { correctsLater, isAgreedTo, truthTyped } from './behaviour.ts'
import { buttonTo, readCard } from './card-reader.ts'
import { type Desk, type Held, press } from './desk.ts'
import { figureIn } from './filled.ts'
import type { ShownMessage } from './people-client.ts'
import type { Office } from './shares.ts'

const ASK = 'ask-correction'
const DECIDE = 'decide-correction'

/** The figures that were asked for, by firm. */
export type Corrections = Map<CreditCode, Readonly<Record<string, string>>>

type Known = { truth: Truth; unitOf: ReadonlyMap<CreditCode, UnitPath>; asked: Corrections }

/** /更正: the office's first firm had sold 1 万元 more than its officer filed. */
export const askCorrection = async (
  desk: Desk,
  { township, shares }: Office,
  { truth, unitOf, asked }: Known,
): Promise<void> => {
  if (!correctsLater(desk.knowledge.seed, township)) return
  const own = [...truth.figures].filter(([code]) => unitOf.get(code) === township)
  for (const { officer, isMine } of shares.slice(0, 1)) {
    const [code, figures] = own.find(([one]) => isMine(one)) ?? []
    const form = code && (await cardWith(desk, officer, { text: `/更正 ${code}`, flow: ASK, step: 'ask' }))
    if (code === undefined || figures === undefined || !form) return
    const sales = Amount.parse((figures.sales ?? 0) + SCALE)
    const typed = truthTyped({ ...figures, sales })
    const inputs = form.card.inputs.flatMap(({ name }) => {
      const text = typed[figureIn(name)?.on ?? '']
      return text === undefined ? [] : [[name, text]]
    })
    const reason = '会计补开了一张发票，已看发票清单'
    const { held } = await press(
      desk,
      form,
      { flow: ASK, step: 'ask' },
      { ...Object.fromEntries(inputs), reason },
    )
    if (buttonTo(held.card, ASK, 'withdraw')) asked.set(code, typed)
  }
}

/** The requests that wait for a reviewer, one after the other, of whom there are some: most are agreed to, each answer with its reason. */
export const decideCorrections = async (desk: Desk, reviewer: OpenId, asked: Corrections): Promise<void> => {
  let list = await cardWith(desk, reviewer, { text: '/更正', flow: DECIDE, step: 'show' })
  while (list && buttonTo(list.card, DECIDE, 'show')) {
    const look = (await press(desk, list, { flow: DECIDE, step: 'show' })).held
    const { state } = look.card.buttons.find(({ token }) => token.step === 'approve')?.token ?? {}
    const code = CreditCode.parse(state?.code)
    const agreed = isAgreedTo(desk.knowledge.seed, code)
    const words = agreed ? '已看发票清单' : '发票清单对不上，请再核对'
    const step = agreed ? 'approve' : 'refuse'
    const { held, changed } = await press(desk, look, { flow: DECIDE, step }, { words })
    const typed = asked.get(code)
    if (changed && agreed && typed) desk.memory.add({ is: 'corrected', code, typed: { ...typed } })
    const next = await press(desk, held, { flow: DECIDE, step: 'list' })
    list = next.changed ? next.held : undefined
  }
}

/** The card that the bot answers a command with; undefined where it answers in words. */
const cardWith = async (
  { client }: Desk,
  who: OpenId,
  { text, flow, step }: { text: string; flow: string; step: string },
): Promise<Held | undefined> => {
  const isIt = ({ card }: ShownMessage) => !card || buttonTo(readCard(card), flow, step) !== undefined
  const { message_id, card } = await client.ask(who, text, isIt)
  return card ? { who, message: message_id, card: readCard(card) } : undefined
}
