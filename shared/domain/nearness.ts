/**
 * How alike two names are, from 0 to 1: the share of neighbouring letter pairs that they have in common (Dice 1945,
 * on bigrams). It forgives a letter left out or swapped, in Chinese and Latin script alike.
 *
 * nearness('progress', 'progres') = 12 / 13
 */
export const nearness = (a: string, b: string): number => {
  const left = pairs(a)
  const right = pairs(b)
  if (left.length === 0 || right.length === 0) return a === b ? 1 : 0
  const unused = [...right]
  const common = left.filter((pair) => {
    const at = unused.indexOf(pair)
    if (at >= 0) unused.splice(at, 1)
    return at >= 0
  }).length
  return (2 * common) / (left.length + right.length)
}

const pairs = (text: string): string[] => {
  const letters = [...text.toLowerCase()]
  return letters.slice(1).map((letter, index) => `${letters[index]}${letter}`)
}
