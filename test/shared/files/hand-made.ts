import { crc32, deflateRawSync } from 'node:zlib'

export type Part = {
  path: string
  data: Uint8Array
  /** What the directory says instead of the truth. */
  says?: { unpacked?: number; checksum?: number; method?: number; flags?: number }
  isStored?: boolean
}

/** A zip made by hand, which may lie. */
export const zipOf = (parts: readonly Part[], { comment = '' } = {}): Uint8Array => {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { path, data, says = {}, isStored = false } of parts) {
    const packed = isStored ? Buffer.from(data) : deflateRawSync(data)
    const name = Buffer.from(path)
    const about = Buffer.alloc(26)
    about.writeUInt16LE(says.flags ?? 0, 2)
    about.writeUInt16LE(says.method ?? (isStored ? 0 : 8), 4)
    about.writeUInt32LE(says.checksum ?? crc32(data), 10)
    about.writeUInt32LE(packed.length, 14)
    about.writeUInt32LE(says.unpacked ?? data.length, 18)
    about.writeUInt16LE(name.length, 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(at, 10)
    const file = Buffer.concat([Buffer.from('PK\u0003\u0004'), about, name, packed])
    files.push(file)
    directory.push(Buffer.from('PK\u0001\u0002\u0014\u0000'), about, place, name)
    at += file.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(at, 16)
  end.writeUInt16LE(Buffer.byteLength(comment), 20)
  return Buffer.concat([...files, list, end, Buffer.from(comment)])
}

export const part = (path: string, text: string, rest: Partial<Part> = {}): Part => ({
  path,
  data: Buffer.from(text),
  ...rest,
})

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const packages = 'http://schemas.openxmlformats.org/package/2006'

/** `cells` is what stands between `<sheetData>` and its end; `after` what comes after it. */
export type HandMadeSheet = {
  name: string
  cells: string
  before?: string
  after?: string
  state?: string
  kind?: string
}

/** The parts of an .xlsx as Excel writes them, with the cells' XML as it is given. */
export const partsOf = (
  sheets: readonly HandMadeSheet[],
  { styles = '', strings = [] as string[], date1904 = false } = {},
) => [
  part('[Content_Types].xml', `<Types xmlns="${packages}/content-types"/>`),
  part(
    '_rels/.rels',
    `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  ),
  part(
    'xl/workbook.xml',
    `<workbook ${main} xmlns:r="${office}">${date1904 ? '<workbookPr date1904="1"/>' : ''}<sheets>${sheets
      .map(
        ({ name, state }, nth) =>
          `<sheet name="${name}" sheetId="${nth + 1}"${state ? ` state="${state}"` : ''} r:id="rId${nth + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
  ),
  part(
    'xl/_rels/workbook.xml.rels',
    `<Relationships xmlns="${packages}/relationships">${sheets
      .map(
        ({ kind = 'worksheet' }, nth) =>
          `<Relationship Id="rId${nth + 1}" Type="${office}/${kind}" Target="${kind}s/sheet${nth + 1}.xml"/>`,
      )
      .join(
        '',
      )}<Relationship Id="s" Type="${office}/styles" Target="styles.xml"/><Relationship Id="t" Type="${office}/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>`,
  ),
  part('xl/styles.xml', `<styleSheet ${main}>${styles}</styleSheet>`),
  part('xl/sharedStrings.xml', `<sst ${main}>${strings.map((text) => `<si>${text}</si>`).join('')}</sst>`),
  ...sheets.map(({ cells, before = '', after = '', kind = 'worksheet' }, nth) =>
    part(
      `xl/${kind}s/sheet${nth + 1}.xml`,
      `<worksheet ${main}>${before}<sheetData>${cells}</sheetData>${after}</worksheet>`,
    ),
  ),
]

export const workbookOf = (...about: Parameters<typeof partsOf>): Uint8Array => zipOf(partsOf(...about))

/** A workbook of one sheet. */
export const sheetOf = (
  cells: string,
  rest: Partial<HandMadeSheet> = {},
  more: Parameters<typeof partsOf>[1] = {},
) => workbookOf([{ name: '一月', cells, ...rest }], more)

/** A container as Office writes one around a locked or an old workbook, by the name of what it holds. */
export const containerOf = (stream: string): Uint8Array =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(1_000),
    Buffer.from(stream.padEnd(32, '\u0000'), 'utf16le'),
    Buffer.alloc(500),
  ])
