import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { worker } from '../build/works.ts'
import { containerOf, part, partsOf, sheetOf, workbookOf, zipOf } from '../shared/files/hand-made.ts'
import { buttonsOf, textsOf } from './said-of.ts'
import { aTownship, people } from './township.ts'

let here: Awaited<ReturnType<typeof aTownship>>
let city: ReturnType<typeof worker>
beforeAll(async () => {
  here = await aTownship()
  city = worker(here.ports)
})
afterAll(() => here.close())

let messages = 0
const told = async (bytes: Uint8Array) => {
  const message = `om_odd_${++messages}`
  city.keep(message, { file: { is: 'file', bytes } })
  await here.drop(people.officer, message, '4月.xlsx')
  await city.doJobs()
  const push = (await here.pushed()).find(
    ({ id, kind }) => id.endsWith(message) && /workbook-preview|table-refused/.test(kind),
  )
  const says = push && (await here.render(push))
  return { texts: textsOf(says).join('\n'), buttons: buttonsOf(says) }
}

const text = (at: string, words: string) => `<c r="${at}" t="inlineStr"><is><t>${words}</t></is></c>`
const number = (at: string, value: string, formula = '') =>
  `<c r="${at}">${formula && `<f>${formula}</f>`}<v>${value}</v></c>`
const row = (at: number, cells: string, about = '') => `<row r="${at}"${about}>${cells}</row>`

const headings = [
  '企业名称',
  '本月销售（万元）',
  '本月税收（万元）',
  '本月用电（万千瓦时）',
  '从业人数（人）',
]
const heading = row(1, headings.map((words, index) => text(`${'ABCDE'[index]}1`, words)).join(''))
const firm = (at: number, which: string, sales = number(`B${at}`, '80.5')) =>
  text(`A${at}`, `南通第${which}试验机械`) +
  sales +
  number(`C${at}`, '7.1') +
  number(`D${at}`, '6.2') +
  number(`E${at}`, '44')
const first = row(2, firm(2, '一'))

describe('a workbook as people make them', () => {
  it('with a hidden row: that row is not taken, and is told by its number', async () => {
    const { texts, buttons } = await told(sheetOf(heading + first + row(3, firm(3, '二'), ' hidden="1"')))
    expect(texts).toMatch(/第 3 行[^\n]*这一行被隐藏了，没有收。请取消隐藏，看过再发。/)
    expect(buttons[0]).toBe('确认提交 1 户')
  })

  it('with merged cells is taken, and told what that means', async () => {
    const after = '<mergeCells count="1"><mergeCell ref="A5:E5"/></mergeCells>'
    const { texts, buttons } = await told(sheetOf(heading + first, { after }))
    expect(texts).toContain('表里有合并单元格，合并处只认左上角那一格。')
    expect(buttons[0]).toBe('确认提交 1 户')
  })

  it('with formulas is taken as it is shown, and told so', async () => {
    const { texts, buttons } = await told(
      sheetOf(heading + row(2, firm(2, '一', number('B2', '80.5', '40+40.5')))),
    )
    expect(texts).toContain('1 行有公式，按表里显示的数收。')
    expect(buttons[0]).toBe('确认提交 1 户')
  })

  it('with numbers stored as text, spaces, full-width digits and separators is taken', async () => {
    const { texts, buttons } = await told(
      sheetOf(heading + row(2, firm(2, '一', text('B2', ' １,０８０．５ ')))),
    )
    expect(texts).toContain('新报 1 户')
    expect(buttons[0]).toBe('确认提交 1 户')
  })

  it('with words where a number belongs: the row stays out, with its sentence', async () => {
    const { texts } = await told(sheetOf(heading + first + row(3, firm(3, '二', text('B3', '八十左右')))))
    expect(texts).toMatch(/第 3 行/)
    expect(texts).toContain('新报 1 户')
  })

  it('with the same firm twice and different figures: neither is taken', async () => {
    const { texts, buttons } = await told(
      sheetOf(heading + first + row(3, firm(3, '一', number('B3', '90')))),
    )
    expect(texts).toContain('同一户企业出现在第 2、3 行，请只留一行。')
    expect(buttons.join()).not.toContain('确认提交')
  })
})

describe('a workbook that cannot be read', () => {
  const zeros = { path: 'xl/worksheets/sheet1.xml', data: Buffer.alloc(30_000_000) }
  const parts = partsOf([{ name: '甲', cells: heading + first }])
  it.each([
    ['with a password', containerOf('EncryptedPackage'), '设了密码'],
    ['that is a bomb', zipOf(parts.map((it) => (it.path === zeros.path ? zeros : it))), '文件太大'],
    ['of Excel 97', containerOf('Workbook'), '用 Excel 或 WPS 另存为'],
    ['cut in half', workbookOf([{ name: '甲', cells: heading + first }]).subarray(0, 700), '没有传完整'],
    ['that is a letter', zipOf([part('word/document.xml', '<x/>')]), '不是表格'],
  ])('%s: the sentence says what to do, and the card is at hand', async (_what, bytes, says) => {
    const { texts, buttons } = await told(bytes)
    expect(texts).toContain(says)
    expect(texts).toMatch(/再发|请发/)
    expect(buttons[0]).toMatch(/^接着填/)
  })
})
