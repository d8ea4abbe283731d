import { createInterface } from 'node:readline/promises'
import { CannotDo } from './declare.ts'

/** Goes on where `yes` was typed, or is answered now by whoever sits at the terminal; else nothing is done. */
export const consent = async (question: string, yes: boolean): Promise<void> => {
  if (yes) return
  if (!process.stdin.isTTY) throw new CannotDo(`${question} 什么也没有写：确认无误后加 --yes。`)
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  const answer = await terminal.question(`${question} (y/N) `).finally(() => terminal.close())
  if (!/^y(es)?$/i.test(answer.trim())) throw new CannotDo('什么也没有写。')
}
