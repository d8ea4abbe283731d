import { parseArgs } from 'node:util'
import * as z from 'zod'
import { type Command, written } from './declare.ts'

export type Asked =
  | {
      is: 'run'
      command: Command
      args: Record<string, unknown>
      options: Record<string, unknown>
      json: boolean
    }
  | { is: 'help'; command?: Command }
  | { is: 'refused'; say: string; command?: Command }

const everywhere = { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const

/** What was typed after `npm run admin --`, or a sentence about what is wrong with it. */
export const askedBy = (commands: readonly Command[], typed: readonly string[]): Asked => {
  const command = commands.find(({ name }) => name.split(' ').every((word, at) => typed[at] === word))
  if (command === undefined) {
    const words = typed.filter((word) => !word.startsWith('-'))
    if (words.length === 0) return { is: 'help' }
    return { is: 'refused', say: `没有“${words.join(' ')}”这个命令。` }
  }
  const rest = typed.slice(command.name.split(' ').length)
  try {
    return readBy(command, rest)
  } catch (error) {
    return { is: 'refused', command, say: saidBy(error) }
  }
}

const readBy = (command: Command, rest: readonly string[]): Asked => {
  const options = written(command.options).map(
    ({ name, sample }) => [name, { type: sample === undefined ? 'boolean' : 'string' }] as const,
  )
  const { values, positionals } = parseArgs({
    args: [...rest],
    allowPositionals: true,
    options: { ...Object.fromEntries(options), ...everywhere },
  })
  const { json = false, help, ...typed } = values
  const set: Record<string, unknown> = typed
  if (help) return { is: 'help', command }
  const names = written(command.args)
  if (positionals.length > names.length)
    return { is: 'refused', command, say: `多了“${positionals.slice(names.length).join(' ')}”。` }
  const named = Object.fromEntries(positionals.map((value, at) => [names[at]?.name, value]))
  const missing = names.find(({ name, optional }) => !optional && named[name] === undefined)
  if (missing) return { is: 'refused', command, say: `少了${missing.say}。` }
  const unset = written(command.options).find(({ name, optional }) => !optional && set[name] === undefined)
  if (unset) return { is: 'refused', command, say: `请用 --${unset.name} 写明：${unset.say}。` }
  const read = z
    .object({ args: command.args, options: command.options })
    .safeParse({ args: named, options: set })
  if (!read.success)
    return { is: 'refused', command, say: read.error.issues.map(({ message }) => message).join('；') }
  return { is: 'run', command, ...read.data, args: named, options: set, json: json === true }
}

/** `parseArgs` says it in English. */
const saidBy = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  const option = /'(-[^']*)'/.exec(error.message)?.[1] ?? ''
  const code = 'code' in error ? error.code : undefined
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `没有 ${option} 这个选项。`
  if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') return `${option} 的写法不对。`
  return error.message
}

const padded = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(1, width - [...text].reduce((sum, one) => sum + (one > '\u2e80' ? 2 : 1), 0)))

/** What may be typed: every command, or all about one. */
export const helpFor = (commands: readonly Command[], command?: Command): string => {
  if (command === undefined)
    return [
      'npm run admin -- <命令> [--help] [--json]',
      '',
      ...commands.map(
        ({ name, args, summary }) => `  ${padded([name, ...argsOf(args)].join(' '), 36)}${summary}`,
      ),
      '',
      '每个命令加 --help 有详细说明；加 --json 在标准输出留下一行 JSON，其余的话写在标准错误。',
      '退出码：0 都好；1 有不对的地方；2 没有做成。',
      '',
    ].join('\n')
  const options = [
    ...written(command.options),
    { name: 'json', say: '最后输出一行 JSON' },
    { name: 'help', say: '这些说明' },
  ].map(
    ({ name, sample, say }: { name: string; sample?: string | undefined; say: string }) =>
      `  ${padded(`--${name}${sample === undefined ? '' : ` ${sample}`}`, 26)}${say}`,
  )
  return [
    `npm run admin -- ${[command.name, ...argsOf(command.args)].join(' ')} [选项]`,
    '',
    command.summary,
    ...(command.about === '' ? [] : ['', command.about]),
    '',
    ...written(command.args).map(({ name, say }) => `  ${padded(`<${name}>`, 26)}${say}`),
    ...options,
    '',
  ].join('\n')
}

const argsOf = (args: z.ZodObject): string[] =>
  written(args).map(({ name, optional }) => (optional ? `[${name}]` : `<${name}>`))
