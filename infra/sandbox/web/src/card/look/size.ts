/** config.style.text_size of a card: its own names for sizes, by device. */
export type OwnSizes = Record<string, { default?: string; pc?: string; mobile?: string }>

const sizes: Record<string, number> = {
  'heading-0': 30,
  'heading-1': 24,
  'heading-2': 20,
  'heading-3': 18,
  'heading-4': 16,
  heading: 16,
  normal: 14,
  notation: 12,
  'xxxx-large': 30,
  'xxx-large': 24,
  'xx-large': 20,
  'x-large': 18,
  large: 16,
  medium: 14,
  small: 12,
  'x-small': 10,
}

/** The size of a text in px on a wide card and on one of a phone's width; undefined for an unknown name. */
export function sizeOf(name: unknown, own: OwnSizes = {}): { pc: number; mobile: number } | undefined {
  if (typeof name !== 'string') return undefined
  const mine = Object.hasOwn(own, name) ? own[name] : undefined
  if (mine === undefined) {
    const px = inPx(name)
    return px === undefined ? undefined : { pc: px, mobile: px }
  }
  const fallback = inPx(mine.default) ?? 14
  return { pc: inPx(mine.pc) ?? fallback, mobile: inPx(mine.mobile) ?? fallback }
}

function inPx(name: string | undefined): number | undefined {
  if (name === undefined) return undefined
  if (Object.hasOwn(sizes, name)) return sizes[name]
  const read = /^(\d{1,2})px$/.exec(name)
  return read ? Number(read[1]) : undefined
}

const spacings: Record<string, string> = { small: '4px', medium: '8px', large: '12px', extra_large: '16px' }
const lengths = /^(?:-?\d{1,3}(?:px)?)(?:\s+-?\d{1,3}(?:px)?){0,3}$/

/** A spacing, a margin or a padding: a name of Feishu's, or one to four values in px. */
export function spacingOf(given: unknown): string | undefined {
  if (typeof given !== 'string') return undefined
  if (Object.hasOwn(spacings, given)) return spacings[given]
  return lengths.test(given.trim()) ? given.trim() : undefined
}

/** One length: 120px or 50%. */
export const lengthOf = (given: unknown): string | undefined =>
  typeof given === 'string' && /^\d{1,4}(?:px|%)$/.test(given) ? given : undefined
