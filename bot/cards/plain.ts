import { type Month, shortMonth } from '../../shared/domain/month.ts'
import type { Plan } from '../../shared/ports.ts'
import { footer } from './footer.ts'
import { type Card, card, type Part, type Tone, text } from './kit.ts'

type Said = { title: string; tone: Tone; body: string; ways?: readonly Part[]; group?: boolean }

/** A card that says one thing, with at most a few ways to go on. A group's card holds no firm, so it may be forwarded. */
export const plainCard = (
  plan: Plan,
  month: Month,
  { title, tone, body, ways = [], group = false }: Said,
): Card =>
  card({
    title,
    tone,
    summary: `${shortMonth(month)}数据情况`,
    parts: [text(body), ...ways, footer(plan.programme)],
    forward: group,
  })
