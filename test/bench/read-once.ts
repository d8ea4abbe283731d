import { readFileSync } from 'node:fs'
import { filesOf } from '../../shared/files/files.ts'
import { peakMB } from './memory.ts'

/** Reads one file in a process of its own, as the worker does, and says what it cost. */
const [, , path = '', name = ''] = process.argv
const bytes = readFileSync(path)
const began = performance.now()
const table = await filesOf().readTable(bytes, name)
const ms = performance.now() - began
const answer = table.is === 'refused' ? table.why : table.sheets.map(({ rows }) => rows.length).join(' ')
process.stdout.write(
  JSON.stringify({ answer, ms, peakMB: peakMB('self') ?? process.resourceUsage().maxRSS / 1024 }),
)
