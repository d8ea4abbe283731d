import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { filesOf } from '../../../shared/files/files.ts'
import { containerOf, type HandMadeSheet, part, partsOf, sheetOf, workbookOf, zipOf } from './hand-made.ts'

const { readTable } = filesOf()
const answer = async (bytes: Uint8Array, name = '一月.xlsx') => {
  const table = await readTable(bytes, name)
  return table.is === 'refused' ? table.why : table.is
}

const one = '<row r="1"><c r="A1"><v>1</v></c></row>'
const good = partsOf([{ name: '甲', cells: one }])
const replaced = (path: string, by: ReturnType<typeof part>) =>
  zipOf(good.map((it) => (it.path === path ? by : it)))
const sheetPath = 'xl/worksheets/sheet1.xml'
const zeros = (bytes: number, says = {}) => ({ path: sheetPath, data: Buffer.alloc(bytes), says })

describe('a bomb', () => {
  it.each([
    ['150 MB of nothing', replaced(sheetPath, zeros(150_000_000))],
    ['2 MB of nothing', replaced(sheetPath, zeros(2_000_000))],
    ['150 MB said to be 1 KB', replaced(sheetPath, zeros(150_000_000, { unpacked: 1_000 }))],
    ['150 MB said to be nothing', replaced(sheetPath, zeros(150_000_000, { unpacked: 0 }))],
    ['1,001 entries', zipOf([...good, ...Array.from({ length: 1_001 }, (_, n) => part(`${n}`, ''))])],
    [
      '61 MB that do not shrink, said of parts that are never read',
      zipOf(
        [...good, part('media/a.bin', 'a', { says: { unpacked: 900_000 } })].concat(
          Array.from({ length: 67 }, (_, n) => part(`media/${n}.bin`, 'a', { says: { unpacked: 900_000 } })),
        ),
      ),
    ],
    ['more than 10 MB', Buffer.alloc(10_000_001)],
  ])('of %s is too large', async (_, bytes) => {
    expect(await answer(bytes)).toBe('too-large')
  })

  it('inside another zip is no table, and inside a workbook it is never opened', async () => {
    const inner = Buffer.from(zipOf([zeros(1_000_000)]))
    expect(await answer(zipOf([{ path: 'b.zip', data: inner, isStored: true }]))).toBe('not-a-table')
    expect(await answer(zipOf([...good, { path: 'xl/embeddings/b.zip', data: inner, isStored: true }]))).toBe(
      'read',
    )
  })

  it('of tags is too large: blank cells, and columns that each stand for all', async () => {
    const blank = Array.from({ length: 2_000_001 }, (_, n) => `<c s="${(n * 7_919) % 99_991}"/>`).join('')
    const bytes = sheetOf(`<row>${blank}</row>`)
    expect(bytes.length).toBeLessThan(10_000_000)
    expect(blank.length / bytes.length).toBeLessThan(200)
    expect(await answer(bytes)).toBe('too-large')
    const columns = { before: `<cols>${'<col min="1" max="16384" width="9"/>'.repeat(513)}</cols>` }
    expect(await answer(sheetOf(one, columns))).toBe('too-large')
  })
})

describe('too large is', () => {
  const cell = (ref: string) => `<row r="${ref.replace(/\D/g, '')}"><c r="${ref}"><v>1</v></c></row>`
  const nine: HandMadeSheet[] = Array.from({ length: 9 }, (_, n) => ({ name: `表${n}`, cells: one }))
  const wide = `<row r="1">${'<c><v>1</v></c>'.repeat(16_385)}</row>`

  it.each([
    ['column 61', sheetOf(cell('BI1'))],
    ['row 20,001', sheetOf(cell('A20001'))],
    ['16,385 columns', sheetOf(wide)],
    ['nine sheets', workbookOf(nine)],
  ])('a workbook with %s', async (_, bytes) => {
    expect(await answer(bytes)).toBe('too-large')
  })

  it('and what is just inside is read', async () => {
    expect(await answer(sheetOf(cell('BH20000')))).toBe('read')
    expect(await answer(workbookOf(nine.slice(1)))).toBe('read')
  })
})

describe('the reason for refusing', () => {
  const whole = Buffer.from(workbookOf([{ name: '甲', cells: one }]))
  it.each([
    ['nothing at all', Buffer.alloc(0), 'empty'],
    ['a workbook of blank sheets', sheetOf('<row r="1"><c r="A1" s="1"/></row>'), 'empty'],
    ['a workbook with a password', containerOf('EncryptedPackage'), 'encrypted'],
    ['a zip with a password', zipOf(good.map((it) => ({ ...it, says: { flags: 1 } }))), 'encrypted'],
    ['.xls', containerOf('Workbook'), 'old-excel'],
    ['.xls of Excel 95', containerOf('Book'), 'old-excel'],
    ['.xls of Excel 4', Buffer.from([9, 4, 6, 0, 0, 0, 16, 0]), 'old-excel'],
    ['a web page called .xls', Buffer.from('\r\n<html><table><tr><td>1</td></tr></table>'), 'old-excel'],
    ['.xlsb', zipOf([part('xl/workbook.bin', 'x')]), 'old-excel'],
    ['.ods', zipOf([part('content.xml', '<x/>')]), 'old-excel'],
    ['a letter of Word 97', containerOf('WordDocument'), 'not-a-table'],
    ['.docx', zipOf([part('word/document.xml', '<x/>')]), 'not-a-table'],
    ['an empty zip', zipOf([]), 'not-a-table'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]), 'not-a-table'],
    ['a letter', Buffer.from('各位好：\n附件请查收。\n'), 'not-a-table'],
    ['half a workbook', whole.subarray(0, whole.length / 2), 'damaged'],
    ['a workbook without its last byte', whole.subarray(0, -1), 'damaged'],
    [
      'a wrong checksum',
      replaced(sheetPath, part(sheetPath, '<worksheet/>', { says: { checksum: 1 } })),
      'damaged',
    ],
    [
      'an unknown packing',
      replaced(sheetPath, part(sheetPath, '<worksheet/>', { says: { method: 12 } })),
      'damaged',
    ],
    [
      'a sheet that breaks off',
      replaced(sheetPath, part(sheetPath, '<worksheet><sheetData><row')),
      'damaged',
    ],
    ['a sheet that is missing', zipOf(good.filter(({ path }) => path !== sheetPath)), 'damaged'],
    [
      'merged cells that cover each other',
      sheetOf(one, { after: `<mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(9)}</mergeCells>` }),
      'damaged',
    ],
  ])('%s', async (_, bytes, why) => {
    expect(await answer(bytes)).toBe(why)
  })
})

it('answers a workbook with any bytes changed, or cut anywhere, and never throws', async () => {
  const whole = Buffer.from(workbookOf([{ name: '甲', cells: one.repeat(20) }], { strings: ['<t>甲</t>'] }))
  const place = fc.integer({ min: 0, max: whole.length - 1 })
  const damage = fc.record({
    at: fc.array(fc.tuple(place, fc.integer({ min: 0, max: 255 })), { maxLength: 9 }),
    cut: place,
  })
  await fc.assert(
    fc.asyncProperty(damage, fc.boolean(), async ({ at, cut }, isCut) => {
      const bytes = Buffer.from(whole)
      for (const [where, byte] of at) bytes[where] = byte
      expect(['read', 'refused']).toContain(
        (await readTable(isCut ? bytes.subarray(0, cut) : bytes, 'x.xlsx')).is,
      )
    }),
    { numRuns: 300 },
  )
})

it('answers any bytes, and any text', async () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.string({ unit: 'binary' }).map((text) => Buffer.from(text)),
    fc
      .array(fc.constantFrom('"', ',', ';', '\t', '\r', '\n', '1', '甲'))
      .map((some) => Buffer.from(some.join(''))),
  )
  await fc.assert(
    fc.asyncProperty(bytes, async (some) => {
      expect(['read', 'refused']).toContain((await readTable(some, 'x.csv')).is)
    }),
    { numRuns: 200 },
  )
})
