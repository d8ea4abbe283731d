import { describe, expect, it } from 'vitest'
import { escaped, shorten } from '../../../bot/cards/escape.ts'

/** What a reader sees of markdown in which nothing but entities is left to interpret. */
const shown = (markdown: string): string =>
  markdown.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))

const hostile = [
  '<at id=all></at>',
  "<font color='red'>南通</font>",
  '[点这里](https://example.com)',
  '![图](img_v2_1)',
  '**粗** *斜* _线_ ~~删~~ `码`',
  '# 标题',
  '- 一 + 二 > 三',
  '| 一 | 二 |',
  ':DONE: 南通$价$',
  '&#60;at id=all&#62;',
  'www.example.com',
  '\\*南通\\*',
]

describe('a name inside markdown', () => {
  it.each(hostile)('shows %s as it is', (name) => {
    expect(shown(escaped(name))).toBe(name)
    expect(escaped(name).replace(/&#\d+;/g, '')).not.toMatch(/[&<>*_`~[\](){}!#|\\:$+\-=/@"']|\.[a-z]/i)
  })

  it('leaves an ordinary name and a figure alone', () => {
    expect([escaped('南通某某机械（集团）有限公司'), escaped('152.30')]).toEqual([
      '南通某某机械（集团）有限公司',
      '152.30',
    ])
  })

  it('loses line ends, controls, and what turns the reading direction', () => {
    expect(escaped('南通\r\n机械\u0000\u2028\u202e厂\u200b\ud800')).toBe('南通机械厂')
  })
})

describe('a long name', () => {
  it('keeps 19 characters and an ellipsis', () => {
    expect(shorten('南'.repeat(21), 20)).toBe(`${'南'.repeat(19)}…`)
    expect(shorten('南'.repeat(20), 20)).toBe('南'.repeat(20))
    expect(shorten('江苏雯樨印务研发制造（如东）集团', 12)).toBe('江苏雯樨印务研发制造…')
  })

  it('is cut between characters, not inside one', () => {
    expect(shorten('𠮷𠮷𠮷', 2)).toBe('𠮷…')
  })

  it('is cut before it is escaped, so that no entity is halved', () => {
    expect(escaped(shorten('<at id=all></at>', 4))).toBe('&#60;at…')
  })
})
