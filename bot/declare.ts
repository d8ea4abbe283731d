import type * as z from 'zod'
import type { CreditCode } from '../shared/domain/enterprise.ts'
import type { Instant } from '../shared/domain/instant.ts'
import type { Action } from '../shared/domain/permission.ts'
import type { Person } from '../shared/domain/person.ts'
import type { ChatId, Push } from '../shared/domain/push.ts'
import type { Report } from '../shared/domain/report.ts'
import type { Tally } from '../shared/domain/tally.ts'
import type { UnitPath } from '../shared/domain/unit.ts'
import type { Change, Plan, Ports, TownshipMonth } from '../shared/ports.ts'
import type { Card } from './cards/kit.ts'

/** One thing that somebody did, with everything that was read for it. */
export type Turn = {
  ports: Ports
  plan: Plan
  who: Person
  at: Instant
  /** For the record: through what it came, `card:report-figures@1`. */
  via: string
  /** Unique to this turn: push ids are made from it. */
  id: string
  /** The township's month that the flow's state names, read with strong consistency. */
  page?: { tally: Tally; reports: Report[] }
}

/** What a person gets to see; `file` is the key of one that a work has uploaded. */
export type Reply = { card: Card } | { text: string } | { file: string }

export type Toast = { tone: 'success' | 'info' | 'warning' | 'error'; say: string }

/** What a press leads to: changes to commit, the card that replaces the one pressed, and a toast. */
export type Answer = {
  changes?: Change[]
  card?: Card
  toast?: Toast
  /** Instead of `card`, where it must read on: drawn once, when the changes are committed. */
  draw?: () => Promise<Card>
}

/** Where a command was typed, and which unit that group is bound to. */
export type Place = { chat: ChatId; group: boolean; unit?: UnitPath }

/** What an example is about: a unit of the asker's own and a month. */
type Own = { unit: string; month: string }

type CommandFacts = {
  /** ASCII, as its file is called. */
  name: string
  aliases: readonly [string, ...string[]]
  summary: string
  /** With units that the asker may ask about. */
  examples(own: Own): readonly [string, ...string[]]
  /** What somebody must be allowed to do somewhere to use it; a guest may ask for help. */
  may?: Action
  /** `private`: in a group the answer goes to the person, and the group is told so. */
  answer: 'anywhere' | 'private'
}

/**
 * A slash command. `run` works out the answer when it is sent, so it reads and changes nothing; the few commands that
 * change something do it in `decide`, committed before the answer is planned.
 */
export function defineCommand<Args>({
  args,
  decide,
  run,
  ...facts
}: CommandFacts & {
  /** The words after the command. */
  args: z.ZodType<Args>
  decide?(turn: Turn, args: Args, place: Place): Promise<Change[]>
  run(turn: Turn, args: Args, place: Place): Promise<Reply>
}) {
  return {
    ...facts,
    /** The command with its words read, or the sentences that say what is wrong with them. */
    read(words: readonly string[]) {
      const parsed = args.safeParse(words)
      if (!parsed.success)
        return { is: 'refused', say: parsed.error.issues.map((issue) => issue.message) } as const
      return {
        is: 'ready',
        decide: async (turn: Turn, place: Place) => (await decide?.(turn, parsed.data, place)) ?? [],
        run: (turn: Turn, place: Place) => run(turn, parsed.data, place),
      } as const
    },
  }
}
export type Command = ReturnType<typeof defineCommand>

/** What rides in a button: which flow, which step, and its state. */
export type Token = { flow: string; version: number; step: string; state: unknown }

/**
 * A card conversation. State holds identities and what was seen, never figures; it is parsed, never trusted. Each step
 * reads what was pressed and typed, decides, and returns changes and the next card as data; dispatch commits once.
 */
export function defineFlow<State, Form>(flow: {
  id: string
  /** Raised when state or form changes shape: a press on an older card gets a fresh one. */
  version: number
  state: z.ZodType<State>
  form: z.ZodType<Form>
  /** What the turn reads together with the person; undefined where the state names no township's month. */
  page?(state: State): (TownshipMonth & { codes: readonly CreditCode[] }) | undefined
  steps: Record<string, (turn: Turn, state: State, form: Form) => Promise<Answer>>
}) {
  return {
    id: flow.id,
    version: flow.version,
    steps: Object.keys(flow.steps),
    /** The press, read; undefined when the button's state is not one that this flow ever made. */
    read(token: Token, form: unknown) {
      const state = flow.state.safeParse(token.state)
      const typed = flow.form.safeParse(form)
      const step = flow.steps[token.step]
      if (!state.success || !typed.success || step === undefined) return undefined
      return {
        page: flow.page?.(state.data),
        press: (turn: Turn) => step(turn, state.data, typed.data),
      }
    },
  }
}
export type Flow = ReturnType<typeof defineFlow>

export type NoticeContext = {
  ports: Ports
  plan: Plan
  at: Instant
  /** Whom a private notice goes to. */
  person?: Person
  /** Opens the private chat with the bot: the only button that a group's card has. */
  botChat?: string
}

/** One kind of push: what it says when it is sent, or undefined when it is no longer true. */
export function defineNotice<Facts>(notice: {
  kind: string
  facts: z.ZodType<Facts>
  render(context: NoticeContext, facts: Facts, push: Push): Promise<Reply | undefined>
}) {
  return {
    kind: notice.kind,
    render: (context: NoticeContext, push: Push) =>
      notice.render(context, notice.facts.parse(push.facts), push),
  }
}
export type Notice = ReturnType<typeof defineNotice>
