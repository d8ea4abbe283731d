import { describe, expect, it } from 'vitest'
import {
  bytesOf,
  card,
  choice,
  columns,
  countTags,
  date,
  fold,
  form,
  hr,
  input,
  link,
  note,
  person,
  press,
  row,
  submit,
  table,
  text,
} from '../../../bot/cards/kit.ts'
import { checkCard } from '../../../bot/cards/limits.ts'
import { cardProblem } from '../../../infra/sandbox/platform/cards/validate.ts'

const token = (step: string) => ({ flow: 'review', version: 1, step, state: { month: '2023-03' } })

const everything = card({
  title: '3月企业数据请报送',
  tone: 'blue',
  tags: ['金沙街道', '截止 4月19日（周三）17:00'],
  summary: '3月数据待填',
  parts: [
    text('您处本月应报 **28** 户'),
    hr(),
    person('ou_1'),
    form('page', [
      input({ name: 'sales', label: '应税销售 万元', value: '152.30', maxLength: 24 }),
      input({ name: 'why', label: '说明', placeholder: '写清是哪笔', multiline: true, required: true }),
      choice({
        name: 'source',
        options: [{ value: 'firm', text: '企业报来' }],
        placeholder: '数据来源',
        initial: 'firm',
      }),
      date({ name: 'listed', placeholder: '入库日期', initial: '2023-04-19', required: true }),
      columns([
        { weight: 3, parts: [note('上月 152.30')] },
        { weight: 2, parts: [press('先放着', token('later'), { kind: 'text' })] },
      ]),
      row([
        submit('提交', token('submit'), { kind: 'primary', confirm: { title: '提交？', text: '共 5 户' } }),
      ]),
    ]),
    table({
      columns: [
        { name: 'unit', title: '地区' },
        { name: 'sales', title: '应税销售 亿元', align: 'right', markdown: true, width: '40%' },
      ],
      rows: [{ unit: '全市', sales: '**28.64**' }],
      pageSize: 5,
    }),
    fold('口径', [text('应税销售按所属期申报数')]),
    link('打开我的待办', 'https://applink.feishu.cn/client/bot/open?appId=cli_1'),
  ],
})

describe('a card of every part', () => {
  it('is taken by our own check and by the sandbox', () => {
    expect([checkCard(everything), cardProblem(JSON.parse(JSON.stringify(everything)))]).toEqual([
      undefined,
      null,
    ])
  })

  it('counts 37 tags, texts, options and the header among them', () => {
    expect(countTags(everything)).toBe(37)
  })

  it('cannot be forwarded, is shared, and shows its summary on a locked screen', () => {
    expect(everything.config).toEqual({
      update_multi: true,
      enable_forward: false,
      width_mode: 'fill',
      summary: { content: '3月数据待填' },
    })
  })
})

describe('a button', () => {
  it('that submits carries its token and is named as its step', () => {
    expect(submit('提交本页', token('submit'), { kind: 'primary' })).toEqual({
      tag: 'button',
      name: 'submit',
      text: { tag: 'plain_text', content: '提交本页' },
      type: 'primary',
      form_action_type: 'submit',
      behaviors: [{ type: 'callback', value: token('submit') }],
    })
  })

  it('of a step that stands twice on a card is told apart by its name', () => {
    expect(press('退回', token('return'), { name: 'return_3' })).toMatchObject({
      name: 'return_3',
      type: 'default',
    })
  })
})

it('colours each line of a note by itself', () => {
  expect(note('上月 152.30\n去年3月 140.00')).toEqual({
    tag: 'markdown',
    text_size: 'notation',
    content: "<font color='grey'>上月 152.30</font>\n<font color='grey'>去年3月 140.00</font>",
  })
})

it('leaves out of an input what was not given', () => {
  expect(JSON.parse(JSON.stringify(input({ name: 'sales', value: undefined })))).toEqual({
    tag: 'input',
    name: 'sales',
    width: 'fill',
  })
})

it('counts bytes as they travel, three to a character of Chinese', () => {
  expect(bytesOf(text('列规'))).toBe(Buffer.byteLength('{"tag":"markdown","content":"列规"}'))
})

it('does not compile with a table in a form or a form in a fold', () => {
  const rows = table({ columns: [{ name: 'unit', title: '地区' }], rows: [], pageSize: 5 })
  // @ts-expect-error Feishu takes tables at the root only
  const tabled = form('page', [rows, submit('提交', token('submit'))])
  // @ts-expect-error and forms likewise
  const folded = fold('更多', [form('page', [submit('提交', token('submit'))])])
  const shell = { title: '一', tone: 'blue', summary: '一' } as const
  const problems = [tabled, folded].map((part) => checkCard(card({ ...shell, parts: [part] })))
  const misplaced = expect.stringMatching(/^body\.elements\[0\]\.elements\[0\]\.tag: Invalid discriminator/)
  expect(problems).toEqual([misplaced, misplaced])
})
