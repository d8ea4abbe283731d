/** GB 32100-2015: digits and letters without I, O, S, V, Z. */
export const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
const INNER_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2]

/** The 18th character: 31 less the weighted sum of the first 17 modulo 31. */
export const checkCharacter = (first17: string): string => {
  const sum = WEIGHTS.reduce(
    (total, weight, index) => total + weight * ALPHABET.indexOf(first17.charAt(index)),
    0,
  )
  return ALPHABET.charAt((31 - (sum % 31)) % 31)
}

/** GB 11714: the last character of the nine that were the 组织机构代码; 10 is written X, 11 is 0. */
export const innerCharacter = (body8: string): string => {
  const value = (character: string) => Number.parseInt(character, 36)
  const sum = INNER_WEIGHTS.reduce((total, weight, index) => total + weight * value(body8.charAt(index)), 0)
  const digit = 11 - (sum % 11)
  return digit === 10 ? 'X' : digit === 11 ? '0' : String(digit)
}
