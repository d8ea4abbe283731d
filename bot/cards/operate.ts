import type { LedgerRow, Plan } from '../../shared/ports.ts'
import { missed } from '../../shared/usecases/operations-agenda.ts'
import { type Health, MOST_COUNTED } from '../../shared/usecases/operations-health.ts'
import type { Token } from '../declare.ts'
import { operate as words } from '../words/operate.ts'
import { footer } from './footer.ts'
import {
  type Card,
  card,
  choice,
  escaped,
  form,
  input,
  note,
  press,
  type RootPart,
  submit,
  text,
} from './kit.ts'

const MOST_DEAD = 6

export type OperateTokens = {
  refresh: Token
  agree: Token
  drop: Token
  replay: (push: string) => Token
}
/** Somebody's name by how a push is addressed. */
export type NameOf = (to: LedgerRow['push']['to']) => string

/** 运维: how the system runs, for an administrator. No firm, no figure. */
export const operateCard = (
  plan: Plan,
  health: Health,
  at: number,
  { tokens, nameOf }: { tokens: OperateTokens; nameOf: NameOf },
): Card => {
  const isWell = health.dead.length === 0 && raised(health).length === 0 && health.watch?.held === undefined
  return card({
    title: words.title,
    tone: isWell ? 'green' : 'orange',
    summary: words.summary,
    parts: [
      text(raised(health).length > 0 ? words.troubles(raised(health)) : words.fine),
      ...heldParts(health, tokens),
      text(agendaLines(health).join('\n')),
      text(
        [
          words.sending,
          words.waiting(counted(health.waiting.count), health.waiting.oldestSeconds),
          words.ages(health.ages),
        ].join('\n'),
      ),
      text(settingLines(health).join('\n')),
      ...deadParts(health.dead, at, { tokens, nameOf }),
      press(words.refresh, tokens.refresh),
      footer(plan.programme),
    ],
  })
}

const raised = ({ watch }: Health) => (watch?.raised ?? []).flatMap(({ condition }) => words.known(condition))

const counted = (count: number): string => (count >= MOST_COUNTED ? `${MOST_COUNTED} 以上` : String(count))

const agendaLines = ({ agenda, blocked }: Health): string[] => [
  words.agenda,
  ...(agenda.length === 0 ? [words.noMonth] : []),
  ...agenda.map((month) =>
    words.month({
      month: month.month,
      state: month.state,
      all: month.actions.length,
      done: month.actions.filter(({ stand }) => stand === 'done').length,
      missed: missed(month),
    }),
  ),
  ...blocked.map(({ month, year }) => words.blocked(month, year)),
]

const settingLines = ({ holidaysUntil, hasForm, chats, vacant }: Health): string[] => [
  words.settings,
  words.holidays(holidaysUntil),
  ...(hasForm ? [] : [words.form]),
  ...(chats.unbound > 0 ? [words.unbound(chats.unbound)] : []),
  ...(chats.operations > 0 ? [] : [words.noOperations]),
  ...(vacant.length > 0 ? [words.vacant(vacant.map(escaped))] : []),
]

const heldParts = ({ watch }: Health, tokens: OperateTokens): RootPart[] => {
  const held = watch?.held
  if (held === undefined) return []
  return [
    text(words.held(held.gone, held.of)),
    press(words.agree, tokens.agree, {
      kind: 'danger',
      confirm: { title: words.agreeTitle, text: words.agreeText(held.gone) },
    }),
  ]
}

const deadParts = (
  dead: readonly LedgerRow[],
  at: number,
  { tokens, nameOf }: { tokens: OperateTokens; nameOf: NameOf },
): RootPart[] => {
  if (dead.length === 0) return []
  const shown = dead.slice(0, MOST_DEAD)
  const confirm = { title: words.replayTitle, text: words.replayText }
  const lineOf = ({ push, result }: LedgerRow): string =>
    words.deadLine({
      kind: push.kind,
      to: escaped(nameOf(push.to)),
      age: Math.max(0, Math.round((at - result.at) / 1000)),
      why: 'why' in result ? escaped(result.why) : '',
    })
  return [
    text(words.dead(dead.length)),
    ...shown.flatMap((row, index) => [
      text(`${words.number(index + 1)}　${lineOf(row)}`),
      press(words.replay(index + 1), tokens.replay(row.push.id), { name: `replay_${index}`, confirm }),
    ]),
    ...(dead.length > shown.length ? [note(words.more(dead.length - shown.length))] : []),
    form('drop_form', [
      choice({
        name: 'dead',
        placeholder: words.which,
        options: shown.map(({ push }, index) => ({ value: push.id, text: words.number(index + 1) })),
      }),
      input({ name: 'reason', placeholder: words.why, maxLength: 100 }),
      submit(words.drop, tokens.drop),
    ]),
  ]
}
