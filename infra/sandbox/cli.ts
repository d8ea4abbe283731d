import { parseArgs } from 'node:util'
import { buildApart } from './build-apart.ts'
import { readOptions } from './platform/options.ts'
import { startSandbox } from './platform/start.ts'
import { buildPage, pageIsBuilt } from './web/build.ts'

const help = `A Feishu open platform on localhost, for any bot.

  npm run sandbox -- [options]

  --port N                    where it listens (4100)
  --event-url URL             where the bot takes events
  --callback-url URL          where the bot takes card callbacks (the same, if only --event-url is given)
  --app-id cli_…              cli_ and 16 hexadecimal digits
  --app-name TEXT             the bot's name in the chats
  --app-secret TEXT
  --encrypt-key TEXT          '' sends everything unsigned and in the clear
  --verification-token TEXT
  --data DIR                  keeps everything there; without it, in memory
  --clock ISO                 where the clock begins: 2023-03-01T09:00:00+08:00
  --frozen                    the clock stands still until it is moved
  --lenient                   accept cards up to 150 KB instead of 30 KB
  --retry-signature old|new   sign a retry with the first timestamp or a new one (new)
  --group-messages mentions|all   what the bot hears in groups (mentions)
  --menu NAME=KEY             an item of the bot's menu; give it again for the next one
  --build                     builds the page, if it is not built yet, and ends
  --help
`

const text = { type: 'string' } as const
const flag = { type: 'boolean', default: false } as const

function read() {
  const { values } = parseArgs({
    options: {
      port: text,
      data: text,
      clock: text,
      frozen: flag,
      lenient: flag,
      help: flag,
      build: flag,
      menu: { type: 'string', multiple: true },
      'event-url': text,
      'callback-url': text,
      'app-id': text,
      'app-name': text,
      'app-secret': text,
      'encrypt-key': text,
      'verification-token': text,
      'retry-signature': text,
      'group-messages': text,
    },
  })
  const eventUrl = values['event-url']
  const given = {
    port: Number(values.port ?? 4100),
    data: values.data,
    clock: values.clock,
    frozen: values.frozen,
    eventUrl,
    callbackUrl: values['callback-url'] ?? eventUrl,
    strict: !values.lenient,
    appId: values['app-id'],
    appName: values['app-name'],
    appSecret: values['app-secret'],
    encryptKey: values['encrypt-key'],
    verificationToken: values['verification-token'],
    retrySignature: values['retry-signature'],
    groupMessages: values['group-messages'],
    menu: values.menu?.map(menuItem),
  }
  return { help: values.help, build: values.build, given }
}

/** 进度=progress; the key is what the bot hears. */
function menuItem(given: string) {
  const [name, event_key = ''] = given.split(/=(.*)/s)
  return { name, event_key }
}

async function main(): Promise<void> {
  const { help: wantsHelp, build, given } = read()
  if (wantsHelp) return void process.stdout.write(help)
  if (build) return void (await buildPage())
  const options = readOptions({ ...given, log: (line: string) => console.error(line) })
  const page = (await pageIsBuilt()) ? undefined : buildApart(options.log)
  const sandbox = await startSandbox({ ...options, page: page?.built ?? true })
  const lines = {
    'The page': `${sandbox.url}/${page ? '  (building the page, once)' : ''}`,
    'SDK domain': sandbox.url,
    'Control API': `${sandbox.url}/sandbox`,
    'App id': sandbox.appId,
    'App secret': sandbox.appSecret,
    'Encrypt key': sandbox.encryptKey || '(none: nothing is signed)',
    'Verification token': sandbox.verificationToken,
    Events: given.eventUrl ?? 'a long connection, or POST /sandbox/app',
    Callbacks: given.callbackUrl ?? 'a long connection, or POST /sandbox/app',
    Data: given.data ?? 'in memory only (--data DIR keeps it)',
  }
  console.log('The sandbox is running.')
  for (const [name, value] of Object.entries(lines)) console.log(`  ${name.padEnd(20)}${value}`)
  const stop = () => {
    page?.stop()
    void sandbox.close().then(() => process.exit(0))
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
