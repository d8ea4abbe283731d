import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { openRecord, type RecordPlace } from '../../shared/runtime.ts'
import { askedBy, help, type Options } from './options.ts'
import { CannotVerify, type Result, verify } from './verify.ts'

/** `npm run admin -- audit verify`: 0 when everything holds, 1 when something does not, 2 when nobody can tell. */
const CITY = '.data/city'

const placeOf = ({ local, anchors }: Options): RecordPlace => {
  if (!local) return { ...(anchors !== undefined && { anchors }) }
  const urls = join(CITY, 'urls.json')
  if (!existsSync(urls)) throw new CannotVerify('本地的城市没有在运行，请先在另一个终端 npm start。')
  const { store } = z.object({ store: z.url() }).parse(JSON.parse(readFileSync(urls, 'utf8')))
  return { endpoint: store, table: 'liegui', anchors: anchors ?? join(CITY, 'anchors.ndjson') }
}

const summaryOf = ({ programme, months, townships, entries, anchoredDays, breaks }: Result): string =>
  [
    `${programme}：${months.length} 个月、${townships} 个乡镇月、${entries} 条记录，`,
    anchoredDays > 0 ? `对照了 ${anchoredDays} 天的锚点，` : '没有锚点可对照（整体退回查不出来），',
    breaks.length === 0 ? '全部对得上。' : `有 ${breaks.length} 处不对。`,
  ].join('')

const main = async (): Promise<number> => {
  const asked = askedBy(process.argv.slice(2))
  if (asked.is === 'help') {
    process.stdout.write(help)
    return 0
  }
  if (asked.is === 'refused') throw new CannotVerify(`${asked.say}\n\n${help}`)
  const { options } = asked
  const record = openRecord(placeOf(options))
  const print = (line: string) => void (options.json ? process.stderr : process.stdout).write(`${line}\n`)
  try {
    const results = await verify(record, { options, say: print })
    for (const result of results) print(summaryOf(result))
    if (options.json) process.stdout.write(`${JSON.stringify(results)}\n`)
    return results.some(({ breaks }) => breaks.length > 0) ? 1 : 0
  } finally {
    record.close()
  }
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
