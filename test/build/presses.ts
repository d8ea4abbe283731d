import { dispatch } from '../../bot/dispatch.ts'
import type { Person } from '../../shared/domain/person.ts'
import { ChatId } from '../../shared/domain/push.ts'
import type { SmallCity } from './small-city.ts'

/** People of the small city who press and write, through the bot. */
export const presses = ({ ports, clock }: SmallCity) => {
  let events = 0
  const common = (who: Person) => ({ id: `event-${++events}`, at: clock.at, from: who.id })
  const chat = ChatId.parse('oc_private')
  return {
    press: (who: Person, value: unknown, form: Record<string, unknown> = {}) =>
      dispatch(ports, { is: 'press', ...common(who), chat, message: 'om_pressed', value, form }),
    say: (who: Person, text: string) =>
      dispatch(ports, {
        ...{ is: 'message', ...common(who), chat, group: false, toBot: true, message: 'om_said', text },
      }),
  }
}
