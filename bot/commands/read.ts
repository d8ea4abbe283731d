import { nearness } from '../../shared/domain/nearness.ts'
import type { Command } from '../declare.ts'
import { commands } from './index.ts'

export type Read =
  | { is: 'command'; command: Command; words: string[] }
  /** No such command, but one that is written nearly so. */
  | { is: 'near'; command: Command }
  | { is: 'unknown' }

const NEAR = 0.45

/** `停产某某机械`, `某某机械已停产`: as it is said where nobody thinks of commands. */
const halted = /^(?<what>停产|搬迁|注销)[了：:，,]?(?<firm>\S{2,40})$/
const haltedLast = /^(?<firm>\S{2,40}?)\s*(?:已经|已)?(?<what>停产|搬迁|注销)了?[。！!]?$/

/** Reads `/进度 如皋市 2023-03`. The stroke may be full-width, or missing where the first word is a command's name. */
export const readCommand = (text: string): Read => {
  const [first = '', ...words] = text
    .trim()
    .replace(/^[/／、]\s*/, '')
    .split(/[\s　]+/)
  const wanted = first.toLowerCase()
  const command = commands.find(({ name, aliases }) => name === wanted || aliases.includes(wanted))
  if (command) return { is: 'command', command, words: words.filter((word) => word !== '') }
  const spoken = [halted, haltedLast].map((form) => form.exec(text.trim())?.groups).find(Boolean)
  const meant = spoken && commands.find(({ aliases }) => aliases.includes(spoken.what ?? ''))
  if (meant) return { is: 'command', command: meant, words: [spoken?.firm ?? ''] }
  const [best] = commands
    .flatMap((candidate) =>
      [candidate.name, ...candidate.aliases].map((name) => ({ candidate, near: likeness(name, wanted) })),
    )
    .toSorted((a, b) => b.near - a.near)
  return best && best.near >= NEAR ? { is: 'near', command: best.candidate } : { is: 'unknown' }
}

/** Two-letter names share no pair when one letter is wrong, so a shared letter in its place counts too. */
const likeness = (name: string, wanted: string): number => {
  const letters = [...wanted]
  const inPlace = [...name].filter((letter, index) => letters[index] === letter).length
  return Math.max(nearness(name, wanted), inPlace / Math.max([...name].length, letters.length) - 0.01)
}
