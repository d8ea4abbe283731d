import { describe, expect, it } from 'vitest'
import {
  card,
  form,
  input,
  link,
  press,
  type RootPart,
  row,
  submit,
  table,
  text,
} from '../../../bot/cards/kit.ts'
import { checkCard } from '../../../bot/cards/limits.ts'

const token = (step: string) => ({ flow: 'review', version: 1, step, state: null })
const shell = { title: '3月', tone: 'blue', summary: '3月数据待填' } as const
const page = (...parts: RootPart[]) => card({ ...shell, parts })
const grid = () => table({ columns: [{ name: 'unit', title: '地区' }], rows: [], pageSize: 5 })
const drawn = '| 地区 | 户 |\n|---|---|\n| 启东市 | 3 |'
const send = submit('提交', token('submit'))
const times = (count: number) => Array.from({ length: count }, (_, index) => index)

const refused: [why: string, card: unknown, sentence: RegExp][] = [
  ['no card at all', undefined, /^card: /],
  ['an unknown property', { ...page(), card_link: {} }, /^card: .*card_link/],
  [
    'an unknown part',
    { ...page(), body: { elements: [{ tag: 'slider' }] } },
    /^body\.elements\[0\]\.tag: Invalid discriminator/,
  ],
  [
    'a property that the part has not',
    page({ ...text('一'), ...{ colour: 'red' } }),
    /^body\.elements\[0\]: .*colour/,
  ],
  [
    'a form without a submit button',
    page(form('page', [input({ name: 'a' })])),
    /^body\.elements\[0\]: a form needs/,
  ],
  [
    'one form of two without a submit button',
    page(form('one', [row([send])]), form('two', [text('一')])),
    /^body\.elements\[1\]: a form needs/,
  ],
  [
    'a submit button outside a form',
    page(row([send])),
    /columns\[0\]\.elements\[0\]: button belongs into a form/,
  ],
  ['an input outside a form', page(input({ name: 'a' })), /^body\.elements\[0\]: input belongs into a form/],
  [
    'a name used twice',
    page(form('page', [input({ name: 'a' }), input({ name: 'a' }), send])),
    /^body\.elements\[0\]\.elements\[1\]: the name a is taken/,
  ],
  [
    'a name used in two forms',
    page(form('one', [send]), form('two', [send])),
    /^body\.elements\[1\]\.elements\[0\]: the name submit is taken/,
  ],
  [
    'a nameless button in a form',
    page(form('page', [send, link('一', 'https://example.com')])),
    /^body\.elements\[0\]\.elements\[1\]: a button in a form needs a name/,
  ],
  [
    'an element_id that begins with a digit',
    page({ ...text('一'), element_id: '1a' }),
    /element_id: an element_id is/,
  ],
  [
    'an element_id used twice',
    page({ ...text('一'), element_id: 'a' }, { ...text('二'), element_id: 'a' }),
    /^body\.elements\[1\]: the element_id a is taken/,
  ],
  [
    '101 characters on a button',
    page(press('一'.repeat(101), token('x'))),
    /a button may have 100 characters/,
  ],
  [
    'a max_length of 1001',
    page(form('page', [input({ name: 'a', maxLength: 1001 }), send])),
    /max_length: Feishu takes 1 to 1000 characters in an input/,
  ],
  [
    'a max_length of 0',
    page(form('page', [input({ name: 'a', maxLength: 0 }), send])),
    /max_length: Feishu takes 1 to 1000 characters in an input/,
  ],
  ['four header tags', card({ ...shell, tags: ['一', '二', '三', '四'], parts: [] }), /a header has 3 tags/],
  ['a link to a script', page(link('一', 'javascript:alert(1)')), /default_url: a link leads/],
  ['six tables', page(...times(6).map(grid)), /^body: 6 tables, at most 5/],
  ['a sixth table in markdown', page(...times(5).map(grid), text(drawn)), /^body: 6 tables, at most 5/],
  ['181 elements', page(...times(180).map(() => text('一'))), /^body: 181 elements, at most 180/],
  ['more than 28 KB', page(text('一'.repeat(10_000))), /^body: 3\d{4} bytes, at most 28672/],
]

describe('a card that Feishu would refuse', () => {
  it.each(refused)('%s', (_, given, sentence) => {
    expect(checkCard(given)).toMatch(sentence)
  })
})

describe('a card just inside', () => {
  it.each([
    ['180 elements', page(...times(179).map(() => text('一')))],
    ['five tables', page(...times(4).map(grid), text(drawn))],
    ['100 characters on a button', page(press('一'.repeat(100), token('x')))],
    ['a max_length of 1000', page(form('page', [input({ name: 'a', maxLength: 1000 }), send]))],
    ['three header tags', card({ ...shell, tags: ['一', '二', '三'], parts: [] })],
    ['buttons of one step outside a form', page(press('一', token('x')), press('二', token('x')))],
    ['figures between pipes', page(text('上月 152.30 | 4.20 | 3.10 | 45'))],
  ])('%s', (_, given) => {
    expect(checkCard(given)).toBeUndefined()
  })
})
