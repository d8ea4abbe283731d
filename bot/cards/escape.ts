/** Controls, line ends, and the invisible: a character that turns the reading direction, half of a pair. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu

/** What begins markup in a card's markdown; a dot before a letter would make a link of an address. */
const active = /[&<>*_`~[\](){}!#|\\:$+\-=/@"']|\.(?=[a-z])/gi

/** Names of firms and people inside markdown, shown as they are. */
export const escaped = (text: string): string =>
  text.replace(unseen, '').replace(active, (character) => `&#${character.charCodeAt(0)};`)

/**
 * At most so many characters, the last one an ellipsis when something was cut, and no bracket is opened before it; for
 * markdown, use `escaped` after.
 */
export const shorten = (text: string, length: number): string => {
  const characters = [...text.replace(unseen, '')]
  if (characters.length <= length) return characters.join('')
  const kept = characters.slice(0, length - 1).join('')
  return `${kept.replace(/(?<=.)[（(]$/, '')}…`
}
