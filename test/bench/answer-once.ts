import { pathToFileURL } from 'node:url'
import type { LambdaEvent } from 'hono/aws-lambda'

/**
 * What a Lambda does at a cold start, as a process of its own: loads the function that it is given, answers one
 * request, and says how long the loading took (ms) and how much memory it held at most (KB).
 */
const [, , file = '', event = ''] = process.argv
const began = performance.now()
const loaded: { handler: (event: LambdaEvent, context: object) => Promise<{ statusCode: number }> } =
  await import(pathToFileURL(file).href)
const loadMs = performance.now() - began
const { statusCode } = await loaded.handler(JSON.parse(event), {})
const { maxRSS } = process.resourceUsage()
process.stdout.write(`${JSON.stringify({ statusCode, loadMs, peakKB: maxRSS })}\n`)
