const NUMBER = /\d+(?:[.,，]\d+)*/g
const NAME = /\p{Script=Han}{2}|[0-9A-Z]{18}/u
const COMMAND = /^\s*[/／]/

/**
 * Whether a text may be figures of firms: a table with its tabs, or a name with numbers. It only decides whether the
 * worker looks at it with the roster at hand; plain words lose nothing by it.
 */
export const looksLikeFigures = (text: string): boolean => {
  if (COMMAND.test(text)) return false
  const numbers = text.normalize('NFKC').match(NUMBER) ?? []
  return numbers.length > 0 && (text.includes('\t') || (NAME.test(text) && isAmple(text, numbers)))
}

/** One number in one line of words (“3月的表在哪里”) is no figure; so many, or one to a line, may be. */
const isAmple = (text: string, numbers: readonly string[]): boolean =>
  numbers.length > 1 || /[，,、:：\s]\s*-?\d+(\.\d+)?\s*$/.test(text)
