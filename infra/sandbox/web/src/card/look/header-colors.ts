import type { CSSProperties } from 'react'
import { palette } from './palette.ts'

const templates = new Set(
  'blue wathet turquoise green yellow orange red carmine violet purple indigo grey'.split(' '),
)

/** What a header is coloured in: its template's hue, pale behind dark letters; `default` is as the card itself. */
export function headerColors(template: string | undefined): CSSProperties {
  if (template === undefined || !templates.has(template)) return {}
  const [pale, deep] = template === 'grey' ? ['grey-200', 'grey-700'] : [`${template}-100`, `${template}-700`]
  return { background: palette.get(pale ?? ''), color: palette.get(deep ?? '') }
}
