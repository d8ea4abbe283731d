import type { CellStyle } from 'hucre/xlsx'
import type { WrittenCell } from '../ports.ts'

const line = { style: 'thin', color: { rgb: 'BFBFBF' } } as const
const border = { top: line, right: line, bottom: line, left: line }
const fill = (rgb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { rgb } }) as const
const middle = { vertical: 'center', wrapText: true } as const

const GREY = '595959'

/** On every computer here; what is printed for the stamp is set in it. */
export const font = { name: '宋体', size: 11, charset: 134 }

/** How each kind of cell looks; grey is not to be touched, light yellow is to be filled in. */
export const styles = {
  title: { font: { ...font, bold: true, size: 16 }, alignment: { vertical: 'center' } },
  heading: {
    font: { ...font, bold: true },
    ...{ fill: fill('DDEBF7'), border },
    alignment: { ...middle, horizontal: 'center' },
  },
  locked: { fill: fill('F2F2F2'), border, alignment: middle },
  reference: { font: { ...font, color: { rgb: GREY } }, fill: fill('E7E6E6'), border, alignment: middle },
  input: { fill: fill('FFFBE6'), border, alignment: middle, protection: { locked: false } },
  note: { font: { ...font, color: { rgb: GREY } }, alignment: middle },
  wrong: { font: { ...font, color: { rgb: '9C0006' } }, fill: fill('FFC7CE'), border, alignment: middle },
  questioned: {
    font: { ...font, color: { rgb: '7F6000' } },
    fill: fill('FFEB9C'),
    border,
    alignment: middle,
  },
  headline: {
    font: { ...font, bold: true, size: 18 },
    alignment: { vertical: 'center', horizontal: 'centerContinuous' },
  },
  printed: { border, alignment: middle },
  sum: { font: { ...font, bold: true }, border, alignment: middle },
} as const satisfies Record<NonNullable<WrittenCell['style']>, CellStyle>
