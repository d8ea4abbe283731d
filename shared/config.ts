import * as z from 'zod'

const text = (say: string) => z.string({ error: say }).min(1, say)
const seconds = (standard: number, say: string) =>
  z.coerce.number({ error: say }).positive(say).default(standard)

/** Everything that the process is told from outside. This is the only reader of the environment. */
const Environment = z.object({
  LARK_APP_ID: text('the app id of the Feishu app, cli_…').regex(
    /^cli_[0-9a-fA-F]{16}$/,
    'cli_ and 16 hex digits',
  ),
  LARK_APP_SECRET: text('the app secret of the Feishu app'),
  LARK_ENCRYPT_KEY: text('the Encrypt Key of the Feishu app: without it anybody could speak for Feishu'),
  LARK_VERIFICATION_TOKEN: text('the Verification Token of the Feishu app'),
  LARK_DOMAIN: z.url('a URL such as https://open.feishu.cn').default('https://open.feishu.cn'),
  TABLE_NAME: text('the name of the DynamoDB table').default('liegui'),
  DYNAMODB_ENDPOINT: z.url('a URL such as http://127.0.0.1:8000').optional(),
  ANCHORS_FILE: text('a file that only grows, for each day’s heads of the audit chains').optional(),
  JOURNAL_FILE: text(
    'a file on another disk, for what was accepted and sent since the last backup',
  ).optional(),
  AWS_REGION: text('the AWS region').default('cn-north-1'),
  EVENT_WINDOW_SECONDS: seconds(8 * 3600, 'seconds for which an event is accepted'),
  CALLBACK_WINDOW_SECONDS: seconds(300, 'seconds for which a card callback is accepted'),
})

export type Config = z.infer<typeof Environment>

/** Inbox marks are kept for two days; a window as long as that would let an old event in twice. */
const LONGEST_WINDOW_SECONDS = 24 * 3600

/** The configuration, or one message that names every wrong key and what belongs there, never a value. */
export const readConfig = (
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Config => {
  const read = Environment.refine((config) => config.EVENT_WINDOW_SECONDS < LONGEST_WINDOW_SECONDS, {
    path: ['EVENT_WINDOW_SECONDS'],
    error: `must be below ${LONGEST_WINDOW_SECONDS}, the life of an inbox mark`,
  }).safeParse(given(environment))
  if (read.success) return read.data
  const wrong = read.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
  throw new WrongConfiguration(`The configuration is wrong, so nothing was started:\n${wrong.join('\n')}`)
}

/** What is set to nothing is not set. */
const given = (environment: Readonly<Record<string, string | undefined>>) =>
  Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))

const Place = Environment.pick({
  TABLE_NAME: true,
  DYNAMODB_ENDPOINT: true,
  ANCHORS_FILE: true,
  JOURNAL_FILE: true,
  AWS_REGION: true,
})

/** Where the table is, for whoever only reads it: no secret of the app is asked for. */
export const readPlace = (
  environment: Readonly<Record<string, string | undefined>> = process.env,
): z.infer<typeof Place> => Place.parse(given(environment))

const Kept = z.object({
  SECRETS_PREFIX: z.string().regex(/^\/.*\/$/, 'a path such as /liegui/prod/'),
  SECRETS_ENDPOINT: z.url('a URL such as http://127.0.0.1:8000').optional(),
  AWS_REGION: z.string(),
  AWS_ACCESS_KEY_ID: z.string(),
  AWS_SECRET_ACCESS_KEY: z.string(),
  AWS_SESSION_TOKEN: z.string().optional(),
})

/** What is secret, and kept apart from what everybody in the account may see. */
export const secretNames = [
  'LARK_APP_ID',
  'LARK_APP_SECRET',
  'LARK_ENCRYPT_KEY',
  'LARK_VERIFICATION_TOKEN',
] as const satisfies (keyof Config)[]

/** Where the secrets are kept, or nothing when they are in the environment. */
export const readSecretsPlace = (environment: Readonly<Record<string, string | undefined>> = process.env) => {
  const set = given(environment)
  if (set.SECRETS_PREFIX === undefined) return
  const kept = Kept.parse(set)
  const { SECRETS_ENDPOINT: endpoint, AWS_SESSION_TOKEN: sessionToken } = kept
  return {
    prefix: kept.SECRETS_PREFIX,
    region: kept.AWS_REGION,
    credentials: {
      accessKeyId: kept.AWS_ACCESS_KEY_ID,
      secretAccessKey: kept.AWS_SECRET_ACCESS_KEY,
      ...(sessionToken !== undefined && { sessionToken }),
    },
    ...(endpoint !== undefined && { endpoint }),
  }
}

/** The configuration whose secrets were read from elsewhere. */
export const configWith = (secrets: Readonly<Record<string, string>>): Config =>
  readConfig({ ...process.env, ...secrets })

/** A DynamoDB of one's own instead of the embedded one. */
export const ownStore = (): string | undefined => process.env.DYNAMODB_ENDPOINT || undefined

export class WrongConfiguration extends Error {
  override name = 'WrongConfiguration'
}
