import { limits } from './limits.ts'
import { must } from './refused.ts'

/** What a sheet is seen to hold before it is read. */
export type SheetLook = {
  tags: number
  /** With something in them. */
  cells: number
  /** Shown as per cent, by `row,column` from 0. */
  percents: ReadonlySet<string>
}

const LONGEST_CELL_TAG = 1_000

/**
 * Goes through a sheet's XML tag by tag, once, and refuses one with anything below or right of what we read. Formatted
 * cells without a value may stand anywhere: many programs leave a million of them.
 */
export const lookAtSheet = (xml: string, isPercent: (style: number) => boolean): SheetLook => {
  const percents = new Set<string>()
  let [tags, cells, columns, merges] = [0, 0, 0, 0]
  const place = { row: -1, column: -1 }
  eachTag(xml, (name, tag, next) => {
    tags++
    if (name === 'col') columns++
    else if (name === 'mergeCell') merges++
    else if (name === 'row') moveToRow(place, tag)
    else if (name === 'c') {
      must(tag.length <= LONGEST_CELL_TAG, 'damaged')
      moveToCell(place, tag)
      if (tag.endsWith('/') || xml.startsWith('</', next)) return
      cells++
      must(place.row < limits.rows && place.column < limits.columns, 'too-large')
      if (isPercent(Number(attribute(tag, 's') ?? -1))) percents.add(`${place.row},${place.column}`)
    }
    must(tags <= limits.tags && cells <= limits.cells, 'too-large')
  })
  must(columns <= limits.columnTags && merges <= limits.merges, 'too-large')
  return { tags, cells, percents }
}

/** Calls for each opening tag: its name without a prefix, what is between `<` and `>`, and where it ends. */
export const eachTag = (xml: string, call: (name: string, tag: string, next: number) => void): void => {
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at)) {
    const end = xml.indexOf('>', at)
    must(end > 0, 'damaged')
    const tag = xml.slice(at + 1, end)
    at = end + 1
    const [, name] = /^(?:[\w.-]{1,40}:)?([A-Za-z]{1,40})/.exec(tag) ?? []
    if (name !== undefined) call(name, tag, at)
  }
}

/** Of a tag as `eachTag` gives it; the name may come with a prefix. */
export const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\s(?:\\w+:)?${name}\\s*=\\s*["']([^"']*)`).exec(tag)?.[1]

type Place = { row: number; column: number }

const moveToRow = (place: Place, tag: string): void => {
  const number = Number(attribute(tag.slice(0, LONGEST_CELL_TAG), 'r'))
  place.row = number >= 1 ? number - 1 : place.row + 1
  place.column = -1
}

/** A cell without a reference comes after the one before it. */
const moveToCell = (place: Place, tag: string): void => {
  const [, letters, number] = /\sr\s*=\s*["']([A-Za-z]{1,9})(\d{1,9})/.exec(tag) ?? []
  place.column = letters === undefined ? place.column + 1 : columnOf(letters)
  if (number !== undefined) place.row = Number(number) - 1
}

/** From 0: 25 of Z, 26 of AA. */
const columnOf = (letters: string): number =>
  [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
