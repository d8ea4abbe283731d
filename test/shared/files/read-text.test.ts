import { describe, expect, it } from 'vitest'
import { filesOf } from '../../../shared/files/files.ts'

const { readTable } = filesOf()

const texts = async (bytes: Uint8Array | string, name = '一月.csv') => {
  const table = await readTable(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, name)
  if (table.is === 'refused') return table.why
  return table.sheets[0]?.rows.map(({ cells }) => cells.map(({ text }) => text))
}

/** 企业,主营 and 南通,152.3 as programs in China wrote them for thirty years; 𠮷 needs four bytes of GB 18030. */
const gbk = Buffer.from([
  ...[0xc6, 0xf3, 0xd2, 0xb5, 0x2c, 0xd6, 0xf7, 0xd3, 0xaa, 13, 10],
  ...[0xc4, 0xcf, 0xcd, 0xa8, 0x95, 0x34, 0xb2, 0x35, ...Buffer.from(',152.3'), 13, 10],
])
const wide = (text: string) => Buffer.from(text, 'utf16le')

describe('a table of text', () => {
  it.each([
    ['UTF-8', Buffer.from('企业,主营\r\n南通𠮷,152.3\r\n')],
    ['UTF-8 with a mark', Buffer.from('\ufeff企业,主营\n南通𠮷,152.3')],
    ['GB 18030', gbk],
    ['UTF-16, as Excel’s “Unicode text”', wide('\ufeff企业\t主营\r\n南通𠮷\t152.3\r\n')],
    ['UTF-16 of the other order', wide('\ufeff企业\t主营\r\n南通𠮷\t152.3\r\n').swap16()],
    ['UTF-16 without a mark', wide('企业,主营\r\n南通𠮷,152.3\r\n')],
    ['UTF-8 with the end of old programs', Buffer.from('企业,主营\r南通𠮷,152.3\r\u001a')],
  ])('is read from %s', async (_, bytes) => {
    expect(await texts(bytes)).toEqual([
      ['企业', '主营'],
      ['南通𠮷', '152.3'],
    ])
  })

  it.each([
    ['tabs', 'a\tb,c\n1\t2;3\n'],
    ['commas', 'a,"b,c"\n1,2;3\n'],
    ['semicolons', 'a;b,c\n1;"2;3"\n'],
  ])('is parted by %s', async (_, text) => {
    expect(await texts(text)).toEqual([
      ['a', 'b,c'],
      ['1', '2;3'],
    ])
  })

  it('may have quotes around anything', async () => {
    expect(await texts('"甲 ""乙""",\n"两\r\n行","1,520.10"\n,"无尾')).toEqual([
      ['甲 "乙"'],
      ['两\r\n行', '1520.10'],
      ['', '无尾'],
    ])
  })

  it('keeps codes whole, and formulas as text', async () => {
    const text = '代码,名称\n="0123",=HYPERLINK("http://x")\n91320600MA1\t,__proto__\n9.13206E+17,-1,520\n'
    expect(await texts(text)).toEqual([
      ['代码', '名称'],
      ['0123', '=HYPERLINK("http://x")'],
      ['91320600MA1', '__proto__'],
      ['9.13206E+17', '-1', '520'],
    ])
  })

  it('counts rows as the person sees them, blank ones too', async () => {
    const table = await readTable(Buffer.from('a,b\n\n,\n"1\n2",3\n'), '税务 12月.csv')
    expect(table).toEqual({
      is: 'read',
      sheets: [
        {
          ...{ name: '税务 12月', isHidden: false, merges: 0 },
          rows: [
            { number: 1, cells: [{ text: 'a' }, { text: 'b' }] },
            { number: 4, cells: [{ text: '1\n2' }, { text: '3' }] },
          ],
        },
      ],
    })
  })

  it.each([
    ['nothing but blanks', ' ,\n,,\n', 'empty'],
    ['one column', '代码\n0123\n', 'not-a-table'],
    ['61 columns', `${'1,'.repeat(60)}1\n`, 'too-large'],
    ['16,385 columns', `${','.repeat(16_385)}\n`, 'too-large'],
    ['20,001 rows', '1,2\n'.repeat(20_001), 'too-large'],
  ])('with %s is refused', async (_, text, why) => {
    expect(await texts(text)).toBe(why)
  })

  it('may end in blank columns and rows', async () => {
    expect(await texts(`1,2${','.repeat(300)}\n${',\n'.repeat(30_000)}`)).toEqual([['1', '2']])
  })
})
