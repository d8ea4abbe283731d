import { inflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { filesOf } from '../../../shared/files/files.ts'
import type { WrittenSheet } from '../../../shared/ports.ts'

const { readTable, writeWorkbook } = filesOf()

/** The text of a part, by the directory at the end of the zip. */
const partOf = (bytes: Uint8Array, path: string): string => {
  const zip = Buffer.from(bytes)
  let at = zip.readUInt32LE(zip.length - 6)
  for (; zip.readUInt32LE(at) === 0x02014b50; ) {
    const [name, extra, comment] = [28, 30, 32].map((where) => zip.readUInt16LE(at + where))
    if (zip.toString('utf8', at + 46, at + 46 + (name ?? 0)) === path) break
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0)
  }
  const from = zip.readUInt32LE(at + 42)
  const data = from + 30 + zip.readUInt16LE(from + 26) + zip.readUInt16LE(from + 28)
  const packed = zip.subarray(data, data + zip.readUInt32LE(at + 20))
  return zip.readUInt16LE(at + 10) === 0 ? packed.toString() : inflateRawSync(packed).toString()
}

const template: WrittenSheet = {
  name: '2024年12月[填报]',
  isProtected: true,
  widths: [22, 30, 12],
  frozen: { rows: 2, columns: 2 },
  rows: [
    [{ value: '通州湾 12 月', style: 'title' }],
    ['代码', '企业', '主营（万元）'].map((value) => ({ value, style: 'heading' })),
    [
      { value: '91320600MA1WXYZ123', style: 'locked' },
      { value: '=HYPERLINK("http://x")', style: 'locked' },
      { value: 1520.1, style: 'input', decimals: 2 },
    ],
    [
      { value: '0123', style: 'locked' },
      { value: '-南通', style: 'reference' },
      { value: null, style: 'input' },
    ],
  ],
  numbers: [{ column: 2, fromRow: 2, toRow: 3, say: '请填数字' }],
  print: { landscape: true, headingRows: 2 },
}
const hidden: WrittenSheet = { name: '勿动', isHidden: true, widths: [10], rows: [[{ value: 'v1' }]] }

describe('a workbook that is written', () => {
  let bytes: Uint8Array
  let sheet: string
  let styles: string
  beforeAll(async () => {
    bytes = await writeWorkbook([template, hidden])
    sheet = partOf(bytes, 'xl/worksheets/sheet1.xml')
    styles = partOf(bytes, 'xl/styles.xml')
  })
  /** The style of a cell, as the workbook's list of styles has it. */
  const styleOf = (cell: string) => {
    const [, index] = new RegExp(`<c r="${cell}"[^>]* s="(\\d+)"`).exec(sheet) ?? []
    const [, list = ''] = /<cellXfs[^>]*>(.*?)<\/cellXfs>/s.exec(styles) ?? []
    return list.match(/<xf [^>]*\/>|<xf [^>]*[^/]>.*?<\/xf>/gs)?.[Number(index)] ?? ''
  }

  it('is read as it was written', async () => {
    expect(await readTable(bytes, 'x.xlsx')).toEqual({
      is: 'read',
      sheets: [
        {
          ...{ name: '2024年12月 填报', isHidden: false, merges: 0 },
          rows: [
            { number: 1, cells: [{ text: '通州湾 12 月' }] },
            { number: 2, cells: [{ text: '代码' }, { text: '企业' }, { text: '主营（万元）' }] },
            {
              number: 3,
              cells: [{ text: '91320600MA1WXYZ123' }, { text: '=HYPERLINK("http://x")' }, { text: '1520.1' }],
            },
            { number: 4, cells: [{ text: '0123', isTextNumber: true }, { text: '-南通' }] },
          ],
        },
        { name: '勿动', isHidden: true, merges: 0, rows: [{ number: 1, cells: [{ text: 'v1' }] }] },
      ],
    })
  })

  it('locks everything but what is to be filled in', () => {
    expect(sheet).toMatch(/<sheetProtection [^>]*sheet="1"/)
    expect(['A3', 'A4', 'C3', 'C4'].map((cell) => /locked="0"/.test(styleOf(cell)))).toEqual([
      ...[false, false],
      ...[true, true],
    ])
  })

  it('takes numbers only where numbers belong, and says so', () => {
    expect(sheet).toMatch(/<dataValidation [^>]*type="decimal"[^>]*>/)
    expect(sheet).toMatch(/<dataValidation [^>]*sqref="C3:C4"/)
    expect(sheet).toMatch(/<dataValidation [^>]*error="请填数字"/)
    expect(sheet).toMatch(/<dataValidation [^>]*showErrorMessage="1"/)
  })

  /** How a cell shows what it holds. */
  const formatOf = (cell: string) => {
    const [, id = ''] = /numFmtId="(\d+)"/.exec(styleOf(cell)) ?? []
    return new RegExp(`<numFmt numFmtId="${id}" formatCode="([^"]*)"`).exec(styles)?.[1]
  }

  it('has no formula, and what looks like one stays text when it is edited', () => {
    expect(sheet).not.toContain('<f>')
    expect(['A3', 'B3', 'B4', 'C3'].map(formatOf)).toEqual([undefined, '@', '@', '0.00'])
  })

  it('keeps headings in sight, prints on A4 with the headings on every page, and hides what it hides', () => {
    expect(sheet).toMatch(/<pane xSplit="2" ySplit="2" [^>]*state="frozen"/)
    expect(sheet).toMatch(/<pageSetup [^>]*paperSize="9"/)
    expect(sheet).toMatch(/<pageSetup [^>]*orientation="landscape"/)
    expect(sheet).toMatch(/<col [^>]*width="22"/)
    const workbook = partOf(bytes, 'xl/workbook.xml')
    expect(workbook).toMatch(/name="_xlnm\.Print_Titles" localSheetId="0">'2024年12月 填报'!\$1:\$2</)
    expect(workbook).toMatch(
      /name="_xlnm\.Print_Area" localSheetId="0">'2024年12月 填报'!\$A\$1:\$[A-Z]+\$\d+</,
    )
    expect(workbook).toMatch(/<sheet [^>]*name="勿动"[^>]*state="hidden"/)
  })
})

it('brings every text through, but for what no workbook can hold', async () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1 }),
    fc.constantFrom('_x0041_', '=1+1', '+1', '@x', '\t1', 'a\nb', '<&">', '__proto__', '\u0000甲\ud800'),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 20 }), async (values) => {
      const rows = [[{ value: '头' }], ...values.map((value) => [{ value: '·' }, { value }])]
      const table = await readTable(await writeWorkbook([{ name: '表', widths: [9], rows }]), 'x.xlsx')
      const got =
        table.is === 'read' ? table.sheets[0]?.rows.slice(1).map(({ cells }) => cells[1]?.text ?? '') : table
      const kept = (value: string) =>
        value
          .replace(/\r\n?/g, '\n')
          .replace(/(?![\t\n])[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '')
          .trim()
      expect(got).toEqual(values.map(kept))
    }),
    { numRuns: 100 },
  )
})
