import * as z from 'zod'
import { followers, pages, type Window } from './limits.ts'
import { MenuItem } from './state/model.ts'

const Url = z.url({ protocol: /^https?$/, error: 'must be an http or https address' })

const RateWindow = z.object({ count: z.int().positive(), ms: z.int().positive() }) satisfies z.ZodType<Window>

/** An instant: milliseconds, or ISO 8601 with its zone. */
export const Instant = z.union([
  z.int().nonnegative(),
  z.iso
    .datetime({ offset: true, error: 'must be like 2023-03-01T09:00:00+08:00' })
    .transform((at) => Date.parse(at)),
])

export const Options = z.strictObject({
  port: z.int().min(0).max(65_535).default(0),
  host: z.string().default('127.0.0.1'),
  /** The folder that holds the state; without one it lives in memory only. */
  data: z.string().min(1).optional(),
  appId: z
    .string()
    .regex(/^cli_[0-9a-fA-F]{16}$/, 'must be cli_ and 16 hexadecimal digits')
    .default('cli_5a6d0b0c5a6d0b0c'),
  appSecret: z.string().min(1).default('sandbox-app-secret'),
  appName: z.string().min(1).default('机器人'),
  encryptKey: z.string().default('sandbox-encrypt-key'),
  verificationToken: z.string().min(1).default('sandbox-verification-token'),
  eventUrl: Url.optional(),
  callbackUrl: Url.optional(),
  /** Where the virtual clock begins; a data folder that already has a clock keeps its own. */
  clock: Instant.optional(),
  frozen: z.boolean().default(false),
  /** Strict refuses a card above 30 KB, as documented; otherwise only above 150 KB, as measured. */
  strict: z.boolean().default(true),
  /** Nobody outside knows whether Feishu signs a retry anew, so a bot must bear both. */
  retrySignature: z.enum(['old', 'new']).default('new'),
  /** What the bot hears in a group: only what mentions it (the usual scope), or everything. */
  groupMessages: z.enum(['mentions', 'all']).default('mentions'),
  /** How long a follower of the clock may be away before a move gives up, in milliseconds. */
  followerPatience: z.int().nonnegative().default(followers.patience),
  /** The bot's menu in private chats; a data folder that already has one keeps it unless one is named. */
  menu: z.array(MenuItem).optional(),
  /** How often an open page is sent a line that keeps it open, in milliseconds. */
  heartbeat: z.int().positive().default(pages.heartbeat),
  /** How long the page's extension may take to answer, in milliseconds. */
  extensionPatience: z.int().positive().default(pages.extensionWithin),
  /** Whether the chat client is served at /; whoever asks for it waits for a promise, as long as it is being built. */
  page: z.union([z.boolean(), z.instanceof(Promise)]).default(false),
  rates: z
    .strictObject({
      api: z.array(RateWindow),
      receiver: z.array(RateWindow),
      messageUpdate: z.array(RateWindow),
    })
    .partial()
    .default({}),
  /** The time that limits are counted on, in milliseconds. */
  monotonic: z
    .custom<() => number>((given) => typeof given === 'function')
    .default(() => () => performance.now()),
  log: z.custom<(line: string) => void>((given) => typeof given === 'function').default(() => () => {}),
})
export type Options = z.output<typeof Options>
export type SandboxOptions = z.input<typeof Options>

/** The options, or one error that names everything that is wrong with them. */
export function readOptions(given: unknown): Options {
  const parsed = Options.safeParse(given)
  if (parsed.success) return parsed.data
  throw new Error(`The sandbox cannot start with these options.\n${z.prettifyError(parsed.error)}`)
}
