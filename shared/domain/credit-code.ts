import { ALPHABET, checkCharacter, innerCharacter } from './check-character.ts'
import { CreditCode } from './enterprise.ts'

/** A code as somebody typed it, read. The inner check is soft: codes whose body does not follow GB 11714 may exist. */
export type CodeReading =
  | { is: 'code'; code: CreditCode; innerCheckFails: boolean }
  | { is: 'refused'; why: 'length' | 'letters' | 'check'; suggestion?: CreditCode }

const isValid = (text: string): boolean =>
  text.length === 18 &&
  [...text].every((one) => ALPHABET.includes(one)) &&
  checkCharacter(text.slice(0, 17)) === text.charAt(17)

const normalise = (text: string): string => text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()

/** Letters that the alphabet leaves out because they are mistaken for digits, and those digits. */
const LOOK_ALIKES = { letters: 'OIZS', digits: '0125' }

/** Reads a 统一社会信用代码; a wrong one is suggested only when changing look-alikes alone makes it right. */
export const readCreditCode = (text: string): CodeReading => {
  const typed = normalise(text)
  if (isValid(typed)) {
    const innerCheckFails = innerCharacter(typed.slice(8, 16)) !== typed.charAt(16)
    return { is: 'code', code: CreditCode.parse(typed), innerCheckFails }
  }
  const mended = typed.replace(/[OIZS]/g, (letter) =>
    LOOK_ALIKES.digits.charAt(LOOK_ALIKES.letters.indexOf(letter)),
  )
  const suggestion = mended !== typed && isValid(mended) ? { suggestion: CreditCode.parse(mended) } : {}
  if (typed.length !== 18) return { is: 'refused', why: 'length' }
  if ([...typed].some((one) => !ALPHABET.includes(one)))
    return { is: 'refused', why: 'letters', ...suggestion }
  return { is: 'refused', why: 'check' }
}

/** A code that passes both checks, from its first eight characters (authority, kind, area) and a body of eight. */
export const makeCreditCode = (prefix8: string, body8: string): CreditCode => {
  const first17 = `${prefix8}${body8}${innerCharacter(body8)}`
  return CreditCode.parse(`${first17}${checkCharacter(first17)}`)
}
