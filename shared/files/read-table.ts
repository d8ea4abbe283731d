import type { ReadTable, Sheet } from '../ports.ts'
import { limits } from './limits.ts'
import { must, Refused } from './refused.ts'

const ZIP = Buffer.from([0x50, 0x4b, 3, 4])
const EMPTY_ZIP = Buffer.from([0x50, 0x4b, 5, 6])
const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
/** Excel 2 to 4, without a container. */
const BARE_XLS = [0, 2, 4, 8].map((version) => Buffer.from([9, version]))
/** Many systems send a web page, or Excel's XML of 2003, and call it .xls. */
const PAGE = /^(\ufeff|ï»¿)?\s*<(!doctype html|html|table|\?xml|meta|head)/i

/** Reads by what the bytes are; what the file is called decides nothing but the name of a .csv's one sheet. */
export const readTable = async (bytes: Uint8Array, name: string): Promise<ReadTable> => {
  try {
    return { is: 'read', sheets: await sheetsOf(bytes, name) }
  } catch (error) {
    if (error instanceof Refused) return { is: 'refused', why: error.why }
    throw error
  }
}

const sheetsOf = async (bytes: Uint8Array, name: string): Promise<Sheet[]> => {
  must(bytes.length <= limits.bytes, 'too-large')
  must(bytes.length > 0, 'empty')
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  if (startsWith(file, OLE)) throw refusedOle(file)
  must(!startsWith(file, EMPTY_ZIP), 'not-a-table')
  if (startsWith(file, ZIP)) return workbook(file)
  const start = file.toString('latin1', 0, 200)
  must(!BARE_XLS.some((mark) => startsWith(file, mark)) && !PAGE.test(start), 'old-excel')
  const { readText } = await import('./read-text.ts')
  return [readText(file, name.replace(/\.[^.]*$/, ''))]
}

/** The library is not even loaded for what the directory of the zip refuses. */
const workbook = async (file: Buffer): Promise<Sheet[]> => {
  const { readWorkbook } = await import('./read-workbook.ts')
  const sheets = await readWorkbook(file)
  must(
    sheets.some(({ rows }) => rows.length > 0),
    'empty',
  )
  return sheets
}

const startsWith = (file: Buffer, mark: Buffer): boolean => file.subarray(0, mark.length).equals(mark)

/** A container of Microsoft's, by the names of what it holds: a locked workbook, an old one, or something else. */
const refusedOle = (file: Buffer): Refused => {
  const holds = (stream: string) => file.includes(Buffer.from(`${stream}\u0000`, 'utf16le'))
  if (holds('EncryptedPackage')) return new Refused('encrypted')
  return new Refused(holds('Workbook') || holds('Book') ? 'old-excel' : 'not-a-table')
}
