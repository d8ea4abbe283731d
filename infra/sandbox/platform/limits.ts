// Every number that Feishu publishes or that was measured on real tenants. Change them here, nowhere else.

const second = 1_000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour
const kilobyte = 1_024
const megabyte = 1_024 * kilobyte

export type Window = { count: number; ms: number }

/** Counted on monotonic time: a stopped or jumping virtual clock must neither help nor hurt a sender. */
export const rates: { api: Window[]; receiver: Window[]; messageUpdate: Window[] } = {
  api: [
    { count: 50, ms: second },
    { count: 1_000, ms: minute },
  ],
  receiver: [{ count: 5, ms: second }],
  messageUpdate: [{ count: 5, ms: second }],
}

/** Expiry, on the virtual clock. */
export const spans = {
  token: 2 * hour,
  tokenRenewal: 30 * minute,
  uuid: hour,
  cardToken: 30 * minute,
  cardTokenUses: 2,
  cardLife: 14 * day,
}

export const sizes = {
  text: 150 * kilobyte,
  card: 30 * kilobyte,
  cardLenient: 150 * kilobyte,
  file: 30 * megabyte,
  image: 10 * megabyte,
  uuid: 50,
  slashCommands: 100,
}

/** Waiting is real time (the other side is a process); the schedule of retries is virtual time. */
export const delivery = {
  answerWithin: 3 * second,
  verifyWithin: second,
  retryAfter: [15 * second, 5 * minute, hour, 6 * hour],
  connections: 50,
  remembered: 5_000,
  bodies: 200,
  bodyLength: 20 * kilobyte,
}

export const followers = { patience: 10 * second, answerWithin: 15 * minute, stepsAtOneInstant: 1_000 }

/** Of the chat client: a page that does not take what it is sent is let go, and asks for everything again. */
export const pages = {
  heartbeat: 15 * second,
  behind: 4 * megabyte,
  messages: 1_000,
  extensionWithin: 10 * second,
}

export const cards = {
  tags: 200,
  tables: 5,
  tableColumns: 50,
  nesting: 5,
  headerTags: 3,
  checkerButtons: 3,
  buttonText: 100,
  inputLength: 1_000,
  elementId: /^[A-Za-z][A-Za-z0-9_]{0,19}$/,
}
