import { askedBy, helpFor } from './asked.ts'
import { commands } from './commands/index.ts'

/** `npm run admin -- <command>`: 0 when all is well, 1 when something is not, 2 when it could not be done. */
const main = async (): Promise<number> => {
  const asked = askedBy(commands, process.argv.slice(2))
  if (asked.is === 'help') {
    process.stdout.write(helpFor(commands, asked.command))
    return 0
  }
  if (asked.is === 'refused') {
    process.stderr.write(`${asked.say}\n\n${helpFor(commands, asked.command)}`)
    return 2
  }
  const { command, args, options, json } = asked
  return command.run({
    args,
    options,
    out: {
      say: (line) => void (json ? process.stderr : process.stdout).write(`${line}\n`),
      result: (value) => void (json && process.stdout.write(`${JSON.stringify(value)}\n`)),
    },
  })
}

main().then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 2
  },
)
