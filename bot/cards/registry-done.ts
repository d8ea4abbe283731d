import { placeIn } from '../../shared/domain/enterprise.ts'
import { previousMonth } from '../../shared/domain/month.ts'
import type { RegistryChange, RegistryMove } from '../../shared/domain/registry.ts'
import type { Plan } from '../../shared/ports.ts'
import { registryWords as words } from '../words/registry.ts'
import { footer } from './footer.ts'
import { type Card, card, escaped, shorten, text } from './kit.ts'
import { placeName } from './registry.ts'

/** What has been changed, and the month from which it counts. */
export const registryDone = (plan: Plan, move: RegistryMove, done: RegistryChange): Card =>
  card({
    title: words.doneTitle(move),
    tone: 'green',
    summary: words.summary,
    parts: [
      text(
        [
          sentence(plan, move, done),
          ...(done.putOff ? [words.putOff(done.effective)] : []),
          ...(done.innerCheckFails ? [words.innerCheck] : []),
        ].join('\n'),
      ),
      footer(plan.programme),
    ],
  })

const sentence = (plan: Plan, move: RegistryMove, { before, after, effective }: RegistryChange): string => {
  const name = escaped(shorten(after.name, 60))
  const place = escaped(placeName(plan, after.unit))
  switch (move) {
    case 'add':
      return words.added(name, after.code, place, effective)
    case 'move': {
      const was = placeIn(after, previousMonth(effective)).unit
      return was === after.unit
        ? `**${name}** ${words.goes(place, effective)}`
        : words.moved(name, escaped(placeName(plan, was)), place, effective)
    }
    case 'rename':
      return words.renamed(escaped(shorten(before?.name ?? '', 60)), name, effective)
    case 'tier':
      return words.retiered(name, tierName(plan, after.tier))
    case 'deregister':
      return words.deregistered(name, effective)
  }
}

const tierName = ({ programme }: Plan, tier: string): string =>
  programme.tiers.find(({ id }) => id === tier)?.name ?? tier
