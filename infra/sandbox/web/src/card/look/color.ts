import { palette } from './palette.ts'

/** config.style.color of a card: its own names for colours. */
export type OwnColors = Record<string, { light_mode: string; dark_mode: string }>

const rgba = /^rgba?\(\s*\d{1,3}\s*,\s*\d{1,3}\s*,\s*\d{1,3}\s*(?:,\s*(?:0|1|0?\.\d+|1\.0+)\s*)?\)$/

/** A CSS colour for a colour of a card: a name of Feishu's or of the card's own, or rgba(); undefined for all else. */
export function colorOf(name: unknown, own: OwnColors = {}): string | undefined {
  if (typeof name !== 'string') return undefined
  const wanted = name.trim().toLowerCase()
  if (rgba.test(wanted)) return wanted
  const mine = Object.hasOwn(own, name) ? own[name] : undefined
  if (mine === undefined) return palette.get(wanted)
  const light = colorOf(mine.light_mode)
  const dark = colorOf(mine.dark_mode)
  return light && dark && `light-dark(${light}, ${dark})`
}

const hues = ['blue', 'wathet', 'turquoise', 'green', 'lime', 'yellow', 'sunflower', 'orange']
const tagHues = new Set([...hues, 'red', 'carmine', 'violet', 'purple', 'indigo'])

/** The two colours of a tag: its hue pale behind the same hue dark; `on` a coloured header it is a step darker. */
export function tagColors(
  hue: unknown,
  on: 'card' | 'header' = 'card',
): { color: string; background: string } {
  const known = typeof hue === 'string' && tagHues.has(hue) ? hue : 'neutral'
  const [dark, pale] = on === 'header' ? [800, 200] : [700, 100]
  const behind = known === 'neutral' ? pale + 100 : pale
  return { color: palette.get(`${known}-${dark}`) ?? '', background: palette.get(`${known}-${behind}`) ?? '' }
}

/** A background of a container: `default` is none of its own, `laser` is Feishu's rainbow. */
export function backgroundOf(name: unknown, own?: OwnColors): string | undefined {
  if (name !== 'laser') return colorOf(name, own)
  const [from, via, to] = ['blue-100', 'purple-100', 'carmine-100'].map((one) => palette.get(one))
  return `linear-gradient(90deg, ${from}, ${via}, ${to})`
}
