import { readFile } from 'node:fs/promises'
import * as z from 'zod'
import { PlanFile } from '../../../shared/domain/plan.ts'
import type { Plan } from '../../../shared/ports.ts'
import { CannotDo } from '../declare.ts'
import { meanings } from './meanings.ts'

type Fields = Readonly<Record<string, unknown>>
type Place = readonly PropertyKey[]

/** A programme from a file, or everything that is wrong with it, a sentence for each key. */
export const readPlanFile = async (file: string): Promise<Plan> => {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new CannotDo(`读不到 ${file}。`)
  })
  const read = planIn(json(text, file))
  if ('wrong' in read)
    throw new CannotDo([`${file} 有 ${read.wrong.length} 处不对，什么也没有写：`, ...read.wrong].join('\n  '))
  return read.plan
}

const json = (text: string, file: string): unknown => {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch (error) {
    throw new CannotDo(`${file} 不是 JSON：${error instanceof Error ? error.message : String(error)}`)
  }
}

export const planIn = (given: unknown): { plan: Plan } | { wrong: readonly string[] } => {
  const read = PlanFile.safeParse(given, {
    error: ({ code, input, ...issue }) => said({ code, input, ...issue }),
  })
  const unknown = unknownKeys(given)
  const wrong = read.success ? [] : read.error.issues.map(({ path, message }) => sentence(path, message))
  if (!read.success || unknown.length > 0) return { wrong: [...wrong, ...unknown] }
  return { plan: read.data }
}

const sentence = (place: Place, message: string): string => {
  const meaning = meanings[place.join('.')] ?? meanings[starred(place)]
  return `${written(place)}${meaning === undefined ? '' : `（${meaning}）`}：${message}`
}

/** `units.3.path`, as somebody counts who looks at the file: `units[4].path`. */
const written = (place: Place): string =>
  place
    .map((part, at) => (typeof part === 'number' ? `[${part + 1}]` : `${at > 0 ? '.' : ''}${String(part)}`))
    .join('') || '整个文件'

/** The place in `meanings`: every list is one row there, and a table with keys of its own one key. */
const starred = (place: Place): string => {
  let known = ''
  for (const part of place) {
    const exact = known === '' ? String(part) : `${known}.${String(part)}`
    known = exact in meanings ? exact : `${known}.*`
  }
  return known
}

const kinds: Readonly<Record<string, string>> = {
  string: '文字，加引号',
  number: '数字，不加引号',
  int: '整数',
  boolean: 'true 或 false',
  array: '一串，用 [ ]',
  object: '一组，用 { }',
  record: '一组，用 { }',
}

/** What zod finds, where the schema itself has no sentence for it. */
const said = (issue: { code?: string; input?: unknown } & Fields): string => {
  if (issue.input === undefined) return '没有写。'
  switch (issue.code) {
    case 'invalid_type':
      return `要写${kinds[String(issue.expected)] ?? String(issue.expected)}。`
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array'
        ? '不能是空的。'
        : `太小，至少 ${String(issue.minimum)}。`
    case 'too_big':
      return `太大，至多 ${String(issue.maximum)}。`
    case 'invalid_value':
      return `只能写 ${z.array(z.unknown()).catch([]).parse(issue.values).join('、')}。`
    default:
      return '写法不对。'
  }
}

/** A key that nobody reads is a slip of the pen: what was meant by it would silently not count. */
const unknownKeys = (given: unknown, place: Place = []): string[] => {
  if (Array.isArray(given)) return given.flatMap((one, at) => unknownKeys(one, [...place, at]))
  if (typeof given !== 'object' || given === null) return []
  return Object.entries(given).flatMap(([key, value]) => {
    const here = [...place, key]
    if (starred(here) in meanings) return unknownKeys(value, here)
    return [`${written(here)}：没有这一项，这里可以写 ${keysAt(place).join('、')}。`]
  })
}

const keysAt = (place: Place): string[] => {
  const parent = place.length === 0 ? '' : `${starred(place)}.`
  return Object.keys(meanings)
    .filter((key) => key.startsWith(parent) && !key.slice(parent.length).includes('.'))
    .map((key) => key.slice(parent.length))
}
