import { limits } from './limits.ts'
import { must } from './refused.ts'
import { attribute, eachTag, lookAtSheet } from './sheet-look.ts'
import type { ZipEntry } from './zip-directory.ts'
import { unpack } from './zip-entry.ts'

/** A workbook that is small enough to be read. */
export type WorkbookLook = {
  /** What reading needs; drawings, macros, links to other files and what is embedded are left behind. */
  parts: ReadonlyMap<string, Buffer>
  /** The sheets with cells, by their place from 0 among all sheets, and their percentages. */
  sheets: ReadonlyMap<number, ReadonlySet<string>>
}

const WORKBOOK = 'xl/workbook.xml'
const needed = /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/_rels\/[^/]+\.rels|xl\/(worksheets\/)?[^/]+\.xml)$/
const never = /^xl\/calcChain\.xml$/

/** Unpacks what reading needs, and looks at every sheet; refuses what is not a workbook or is too large. */
export const lookAtWorkbook = (zip: Buffer, entries: readonly ZipEntry[]): WorkbookLook => {
  const paths = entries.map(({ path }) => path)
  must(!paths.some((path) => path === 'xl/workbook.bin' || path === 'content.xml'), 'old-excel')
  must(paths.includes(WORKBOOK), 'not-a-table')
  const wanted = entries.filter(({ path }) => needed.test(path) && !never.test(path))
  const parts = new Map(wanted.map((entry) => [entry.path, unpack(zip, entry)]))
  return { parts, sheets: lookAtParts(parts) }
}

/** One byte is one character here: names of tags and references are ASCII, and nothing else is read. */
const xmlOf = (parts: ReadonlyMap<string, Buffer>, path: string): string =>
  parts.get(path)?.toString('latin1') ?? ''

const lookAtParts = (parts: ReadonlyMap<string, Buffer>): Map<number, ReadonlySet<string>> => {
  const paths = sheetPaths(parts)
  must(paths.length <= limits.sheets, 'too-large')
  must(
    paths.every((path) => path === '' || parts.has(path)),
    'damaged',
  )
  const isPercent = percentStyles(xmlOf(parts, 'xl/styles.xml'))
  let [tags, cells] = [0, 0]
  const sheets = new Map<number, ReadonlySet<string>>()
  for (const [path, data] of parts) {
    const look = lookAtSheet(data.toString('latin1'), paths.includes(path) ? isPercent : () => false)
    tags += look.tags
    cells += look.cells
    must(tags <= limits.tags && cells <= limits.cells, 'too-large')
    paths.forEach((sheet, place) => {
      if (sheet === path) sheets.set(place, look.percents)
    })
  }
  return sheets
}

/** The part of each sheet, in order; '' of a sheet that is only a chart. */
const sheetPaths = (parts: ReadonlyMap<string, Buffer>): string[] => {
  const targets = new Map<string, string>()
  eachTag(xmlOf(parts, 'xl/_rels/workbook.xml.rels'), (name, tag) => {
    if (name !== 'Relationship' || !attribute(tag, 'Type')?.endsWith('/worksheet')) return
    const target = attribute(tag, 'Target') ?? ''
    targets.set(attribute(tag, 'Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`)
  })
  const paths: string[] = []
  eachTag(xmlOf(parts, WORKBOOK), (name, tag) => {
    if (name === 'sheet') paths.push(targets.get(/\s\w+:id\s*=\s*["']([^"']*)/.exec(tag)?.[1] ?? '') ?? '')
  })
  return paths
}

const builtInPercents = ['9', '10']
const CELL_STYLES = 'cellXfs'

/** Whether a cell of this style is shown as per cent. */
const percentStyles = (xml: string): ((style: number) => boolean) => {
  const from = xml.indexOf(CELL_STYLES)
  const to = xml.indexOf(CELL_STYLES, from + CELL_STYLES.length)
  const formats = new Set<string | undefined>(builtInPercents)
  const styles: boolean[] = []
  eachTag(xml, (name, tag, next) => {
    if (name === 'numFmt' && attribute(tag, 'formatCode')?.includes('%'))
      formats.add(attribute(tag, 'numFmtId'))
    if (name === 'xf' && from < next && next < to) styles.push(formats.has(attribute(tag, 'numFmtId')))
  })
  return (style) => styles[style] === true
}
