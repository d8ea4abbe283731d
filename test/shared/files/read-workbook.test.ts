import { describe, expect, it } from 'vitest'
import { filesOf } from '../../../shared/files/files.ts'
import type { Sheet } from '../../../shared/ports.ts'
import { part, partsOf, sheetOf, workbookOf, zipOf } from './hand-made.ts'

const { readTable } = filesOf()

const sheetsOf = async (bytes: Uint8Array): Promise<readonly Sheet[]> => {
  const table = await readTable(bytes, '一月.xlsx')
  if (table.is === 'refused') throw new Error(table.why)
  return table.sheets
}
const firstRow = async (...about: Parameters<typeof sheetOf>) =>
  (await sheetsOf(sheetOf(...about)))[0]?.rows[0]?.cells
const inRow = (cells: string) => `<row r="1">${cells}</row>`
const textsIn = async (...about: Parameters<typeof sheetOf>) =>
  (await firstRow(...about))?.map(({ text }) => text)

describe('a number in a workbook', () => {
  it.each([
    ['1520.0999999999999', '1520.1'],
    ['0.30000000000000004', '0.3'],
    ['1.5203E3', '1520.3'],
    ['-0', '0'],
    ['-12.50', '-12.5'],
    ['1E-7', '0.0000001'],
    ['9.1320600123456794E+17', '913206001234568000'],
    ['1E+22', '10000000000000000000000'],
  ])('%s is %s', async (stored, text) => {
    expect(await textsIn(inRow(`<c r="A1"><v>${stored}</v></c>`))).toEqual([text])
  })
})

const styles = (formats: string, ...ids: number[]) =>
  `<numFmts>${formats}</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs>${ids.map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs><cellStyles><cellStyle/></cellStyles>`

describe('what is shown by its format', () => {
  it('is a day, a moment, a time or a share', async () => {
    const formats =
      '<numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/><numFmt numFmtId="177" formatCode="0.0%"/>'
    const cells = [
      '<c r="A1" s="1"><v>45627</v></c>',
      '<c r="B1" s="3"><v>45627.5</v></c>',
      '<c r="C1" s="2"><v>0.75</v></c>',
      '<c r="D1" s="4"><v>45627</v></c>',
      '<c r="E1" s="5"><v>0.125</v></c>',
      '<c r="F1" s="6"><v>0.07</v></c>',
      '<c r="G1" s="0"><v>0.07</v></c>',
    ]
    const texts = await textsIn(
      inRow(cells.join('')),
      {},
      { styles: styles(formats, 0, 14, 21, 22, 176, 177, 9) },
    )
    expect(texts).toEqual([
      '2024-12-01',
      '2024-12-01T12:00:00',
      '18:00:00',
      '2024-12-01',
      '12.5%',
      '7%',
      '0.07',
    ])
  })

  it('counts days from 1904 where the workbook does', async () => {
    const cell = inRow('<c r="A1" s="1"><v>44165</v></c>')
    expect(await textsIn(cell, {}, { styles: styles('', 0, 14), date1904: true })).toEqual(['2024-12-01'])
  })

  it('is marks where the number is no day', async () => {
    const cell = inRow('<c r="A1" s="1"><v>1E+300</v></c>')
    expect(await textsIn(cell, {}, { styles: styles('', 0, 14) })).toEqual(['#####'])
  })
})

describe('a cell', () => {
  it('has its formula’s last value, and is marked', async () => {
    const cells = [
      '<c r="A1"><f>SUM(B1:B9)</f><v>30.300000000000001</v></c>',
      '<c r="B1" t="str"><f>A1&amp;""</f><v>约三十</v></c>',
      '<c r="C1" t="e"><f>A1/0</f><v>#DIV/0!</v></c>',
      '<c r="D1"><f t="shared" si="0"/><v>4</v></c>',
      '<c r="E1"><f>NOW()</f></c>',
      '<c r="F1" t="b"><v>1</v></c>',
    ]
    expect(await firstRow(inRow(cells.join('')))).toEqual([
      { text: '30.3', isFormula: true },
      { text: '约三十', isFormula: true },
      { text: '#DIV/0!', isFormula: true },
      { text: '4', isFormula: true },
      { text: '', isFormula: true },
      { text: 'TRUE' },
    ])
  })

  it('has its text, in pieces or not, and digits stored as text are marked', async () => {
    const strings = [
      '<t>  南通机械 </t>',
      '<r><t>主营</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 业务</t></r><rPh sb="0" eb="1"><t>ZHU</t></rPh>',
      '<t>1520.1</t>',
      '<t>１，５２０</t>',
      '<t>a&amp;b_x000D_c</t>',
      '<t>12万</t>',
    ]
    const shared = strings.map((_, nth) => `<c t="s"><v>${nth}</v></c>`).join('')
    const inline = '<c t="inlineStr"><is><t>=HYPERLINK("http://x")</t></is></c>'
    expect(await firstRow(`<row>${shared}${inline}</row>`, {}, { strings })).toEqual([
      { text: '南通机械' },
      { text: '主营 业务' },
      { text: '1520.1', isTextNumber: true },
      { text: '１，５２０', isTextNumber: true },
      { text: 'a&b\rc' },
      { text: '12万' },
      { text: '=HYPERLINK("http://x")' },
    ])
  })

  it('may be called __proto__ or constructor', async () => {
    const cells = ['__proto__', 'constructor'].map((name) => `<c t="inlineStr"><is><t>${name}</t></is></c>`)
    expect(await textsIn(inRow(cells.join('')))).toEqual(['__proto__', 'constructor'])
  })

  it('stands where its reference says, prefixed tags or not', async () => {
    const [sheet] = await sheetsOf(
      sheetOf(
        '<x:row r="4"><x:c r="C4"><x:v>7</x:v></x:c><x:c><x:v>8</x:v></x:c></x:row><row r="7"><c r="A7"/></row>',
      ),
    )
    expect(sheet?.rows).toEqual([
      { number: 4, cells: [{ text: '' }, { text: '' }, { text: '7' }, { text: '8' }] },
    ])
  })
})

describe('a sheet', () => {
  it('tells which rows are hidden, and how many cells are merged; the first of them has the value', async () => {
    const [sheet] = await sheetsOf(
      sheetOf(
        '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row><row r="2" hidden="1"><c r="A2"><v>3</v></c></row>' +
          '<row r="3" ht="0" customHeight="1"><c r="B3"><v>4</v></c></row>',
        { after: '<mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>' },
      ),
    )
    expect(sheet).toEqual({
      ...{ name: '一月', isHidden: false, merges: 1 },
      rows: [
        { number: 1, cells: [{ text: '1' }] },
        { number: 3, isHidden: true, cells: [{ text: '' }, { text: '4' }] },
      ],
    })
  })

  it('is told to be hidden, and a chart of its own is none', async () => {
    const one = inRow('<c><v>1</v></c>')
    const sheets = await sheetsOf(
      workbookOf([
        { name: '图', cells: '', kind: 'chartsheet' },
        { name: '甲', cells: one },
        { name: '乙', cells: one, state: 'hidden' },
        { name: '丙', cells: one, state: 'veryHidden' },
        { name: '空', cells: '' },
      ]),
    )
    expect(sheets.map(({ name, isHidden, rows }) => [name, isHidden, rows.length])).toEqual([
      ['甲', false, 1],
      ['乙', true, 1],
      ['丙', true, 1],
      ['空', false, 0],
    ])
  })

  it('is read although thirty thousand formatted rows are blank', async () => {
    const blank = Array.from(
      { length: 30_000 },
      (_, nth) => `<row r="${nth + 2}"><c r="XFD${nth + 2}" s="1"/></row>`,
    )
    const [sheet] = await sheetsOf(sheetOf(`${inRow('<c r="A1"><v>1</v></c>')}${blank.join('')}`))
    expect(sheet?.rows).toEqual([{ number: 1, cells: [{ text: '1' }] }])
  })

  it('comes from a workbook with macros, links and what else is embedded, none of which is read', async () => {
    const more = [
      part('xl/vbaProject.bin', 'x'),
      part('xl/embeddings/a.xlsx', 'PK'),
      part('xl/calcChain.xml', '<'),
    ]
    const sheets = await sheetsOf(
      zipOf([...partsOf([{ name: '甲', cells: inRow('<c><v>1</v></c>') }]), ...more]),
    )
    expect(sheets.map(({ name }) => name)).toEqual(['甲'])
  })
})
