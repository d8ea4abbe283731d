import { describe, expect, it } from 'vitest'
import { cardProblem, oversizeCard } from '../../../../../infra/sandbox/platform/cards/validate.ts'

const plain = (content: string) => ({ tag: 'plain_text', content })
const card = (...elements: unknown[]) => ({ schema: '2.0', body: { elements } })
const md = (content = '一') => ({ tag: 'markdown', content })
const input = (name: string) => ({ tag: 'input', name })
const save = { tag: 'button', name: 'save', text: plain('提交'), form_action_type: 'submit' }
const form = (...elements: unknown[]) => ({ tag: 'form', name: 'form', elements: [...elements, save] })
const columns = (...elements: unknown[]) => ({
  tag: 'column_set',
  columns: [{ tag: 'column', width: 'weighted', weight: 1, elements }],
})
const table = (rows: unknown[]) => ({
  tag: 'table',
  columns: [
    { name: 'district', display_name: '区县', data_type: 'text' },
    { name: 'done', display_name: '已报', data_type: 'number' },
  ],
  rows,
})
const chart = { tag: 'chart', chart_spec: { type: 'line', data: { values: [] } } }
const deep = (levels: number): unknown => (levels === 0 ? md() : columns(deep(levels - 1)))

/** ErrCode, ErrPath and ErrorValue, as a bot would read them out of the sentence. */
function told(given: unknown) {
  const read = /^ErrCode: (\d+); ErrMsg: .*?; ErrPath: (.*?); ErrorValue: (.*)$/.exec(
    cardProblem(given) ?? '',
  )
  return read?.slice(1)
}

const first = 'ROOT -> body -> elements -> [0]'

describe('a card that is refused', () => {
  it.each([
    ['elements at the root', { schema: '2.0', elements: [] }, '200621', 'ROOT', 'unknown property: elements'],
    [
      'an unknown property',
      card(md(), { ...md(), colour: 'red' }),
      '200621',
      'ROOT -> body -> elements -> [1](tag: markdown)',
      'unknown property: colour',
    ],
    ['an unknown tag', card({ tag: 'slider' }), '200621', `${first}(tag: slider)`, 'unsupported tag slider'],
    [
      'a tag of 1.0',
      card({ tag: 'action', actions: [] }),
      '200861',
      `${first}(tag: action)`,
      'unsupported tag action',
    ],
    [
      'a hexadecimal colour',
      card({ tag: 'div', text: { ...plain('一'), text_color: '#ff0000' } }),
      '200621',
      `${first}(tag: div) -> text -> text_color`,
      '"#ff0000": a colour is a name or rgba(), not #rrggbb',
    ],
    [
      'a number input',
      card({ ...input('q'), input_type: 'number' }),
      '200621',
      `${first}(tag: input) -> input_type`,
      '"number": Invalid option: expected one of "text"|"multiline_text"|"password"',
    ],
    [
      'a rounded column',
      card({ tag: 'column_set', columns: [{ tag: 'column', elements: [], corner_radius: '4px' }] }),
      '200621',
      `${first}(tag: column_set) -> columns -> [0](tag: column)`,
      'unknown property: corner_radius',
    ],
    [
      'a form in a column',
      card(columns(form())),
      '200621',
      `${first}(tag: column_set) -> columns -> [0](tag: column) -> elements -> [0](tag: form)`,
      'not allowed in column',
    ],
    [
      'a table in a form',
      card(form(table([]))),
      '200621',
      `${first}(tag: form) -> elements -> [0](tag: table)`,
      'not allowed in form',
    ],
    [
      'a chart in a form, however deep',
      card(form(columns(chart))),
      '200621',
      `${first}(tag: form) -> elements -> [0](tag: column_set) -> columns -> [0](tag: column) -> elements -> [0](tag: chart)`,
      'not allowed in form',
    ],
    [
      'a bare column',
      card({ tag: 'column', elements: [] }),
      '200621',
      `${first}(tag: column)`,
      'not allowed in root',
    ],
    [
      'a form without a name',
      card({ tag: 'form', elements: [save] }),
      '11310',
      `${first}(tag: form)`,
      'undefined',
    ],
    [
      'a form without a submit button',
      card({ tag: 'form', name: 'f', elements: [input('q')] }),
      '300123',
      `${first}(tag: form)`,
      'f',
    ],
    [
      'an input without a name in a form',
      card(form({ tag: 'input' })),
      '200530',
      `${first}(tag: form) -> elements -> [0](tag: input)`,
      'undefined',
    ],
    [
      'two inputs of one name',
      card(form(input('q'), input('q'))),
      '11310',
      `${first}(tag: form) -> elements -> [1](tag: input)`,
      'q',
    ],
    ['a submit button without a form', card(save), '200621', `${first}(tag: button)`, 'save'],
    [
      'a chart without a spec',
      card(md(), md(), { tag: 'chart', chart_spec: 'line' }),
      '200550',
      'ROOT -> body -> elements -> [2](tag: chart)',
      'line',
    ],
    [
      'an element_id with a hyphen',
      card({ ...md(), element_id: 'a-b' }),
      '300301',
      `${first}(tag: markdown)`,
      'a-b',
    ],
    [
      'an element_id twice',
      card({ ...md(), element_id: 'a' }, { ...md(), element_id: 'a' }),
      '300301',
      'ROOT -> body -> elements -> [1](tag: markdown)',
      'a',
    ],
    [
      'a cell that does not fit its column',
      card(table([{ district: '如皋市', done: '12' }])),
      '200915',
      `${first}(tag: table) -> rows -> [0] -> done`,
      '12',
    ],
    [
      'a cell without a column',
      card(table([{ city: '如皋市' }])),
      '200914',
      `${first}(tag: table) -> rows -> [0] -> city`,
      'city',
    ],
    [
      'six tables',
      card(...Array.from({ length: 6 }, () => table([]))),
      '11310',
      'ROOT -> body -> elements',
      'table',
    ],
    [
      'five tables and one in markdown',
      card(...Array.from({ length: 5 }, () => table([])), md('| a | b |\n| --- | --- |\n| 1 | 2 |')),
      '11310',
      'ROOT -> body -> elements',
      'table',
    ],
    [
      '201 tags',
      card(...Array.from({ length: 201 }, () => md())),
      '11310',
      'ROOT -> body -> elements',
      '201 of at most 200',
    ],
    [
      'six nested containers',
      card(deep(6)),
      '200621',
      `${first}(tag: column_set)${' -> columns -> [0](tag: column) -> elements -> [0](tag: column_set)'.repeat(5)}`,
      'column_set',
    ],
    [
      'an update that would not be shared',
      { ...card(md()), config: { update_multi: false } },
      '200621',
      'ROOT -> config -> update_multi',
      'false: Invalid input: expected true',
    ],
    [
      'a header without a title',
      { ...card(md()), header: { template: 'blue' } },
      '200621',
      'ROOT -> header -> title',
      expect.any(String),
    ],
    [
      'a select with two equal values',
      card({
        tag: 'select_static',
        options: [
          { text: plain('正常'), value: '1' },
          { text: plain('停产'), value: '1' },
        ],
      }),
      '200621',
      `${first}(tag: select_static) -> options`,
      expect.stringContaining('not unique'),
    ],
    [
      'a date picker with neither placeholder nor date',
      card({ tag: 'date_picker' }),
      '200621',
      `${first}(tag: date_picker)`,
      expect.stringContaining('placeholder'),
    ],
    [
      'a panel title in lark_md',
      card({ tag: 'collapsible_panel', header: { title: { tag: 'lark_md', content: '一' } }, elements: [] }),
      '200621',
      `${first}(tag: collapsible_panel) -> header -> title -> tag`,
      '"lark_md": Invalid option: expected one of "plain_text"|"markdown"',
    ],
    [
      'a panel header with two paddings',
      card({ tag: 'collapsible_panel', header: { padding: '4px 8px' }, elements: [] }),
      '200621',
      `${first}(tag: collapsible_panel) -> header -> padding`,
      '"4px 8px": invalid panel header padding',
    ],
    [
      'a button of 101 characters',
      card({ tag: 'button', text: plain('字'.repeat(101)) }),
      '200621',
      `${first}(tag: button) -> text`,
      expect.stringContaining('100 characters'),
    ],
  ])('%s', (_, given, code, path, value) => {
    expect(told(given)).toEqual([code, path, value])
  })

  it('names a template and a card entity that nobody has', () => {
    expect(cardProblem({ type: 'template', data: { template_id: 'AAq' } })).toBe(
      'ErrCode: 200380; ErrMsg: template is not existed or not visible',
    )
    expect(cardProblem({ type: 'card', data: { card_id: '1' } })).toBe(
      'ErrCode: 11310; ErrMsg: cardid is invalid',
    )
  })
})

describe('a card that is taken', () => {
  const full = {
    schema: '2.0',
    config: {
      update_multi: true,
      enable_forward: false,
      width_mode: 'fill',
      summary: { content: '3月数据待填' },
    },
    card_link: { url: 'https://example.com' },
    header: {
      title: plain('3月企业数据请报送'),
      subtitle: plain('金沙街道'),
      template: 'orange',
      text_tag_list: [{ tag: 'text_tag', text: plain('第1/6页'), color: 'blue' }],
      icon: { tag: 'standard_icon', token: 'chat_outlined' },
    },
    body: {
      direction: 'vertical',
      padding: '12px 8px',
      vertical_spacing: 'medium',
      elements: [
        { tag: 'div', text: { ...plain('一'), text_size: 'notation', text_color: 'grey' }, fields: [] },
        { tag: 'hr' },
        form(
          md('**1 某某机械**\n<font color=grey>上月 152.30</font>'),
          columns({
            ...input('sales_1'),
            label: plain('应税销售'),
            default_value: '152.30',
            required: true,
            max_length: 20,
          }),
          {
            tag: 'select_static',
            name: 'status_1',
            placeholder: plain('状态'),
            options: [{ text: plain('正常'), value: 'active' }],
            initial_option: 'active',
          },
          { tag: 'multi_select_static', name: 'tags', options: [], selected_values: [] },
          { tag: 'date_picker', name: 'day', initial_date: '2023-03-01' },
          { tag: 'checker', name: 'ok', checked: false, text: plain('核实') },
          { tag: 'button', name: 'again', text: plain('重置'), form_action_type: 'reset' },
        ),
        table([
          { district: '如皋市', done: 12 },
          { district: '海安市', done: null },
        ]),
        { ...chart, aspect_ratio: '16:9', height: '300px' },
        {
          tag: 'collapsible_panel',
          header: { title: { tag: 'markdown', content: '口径' }, icon_expanded_angle: 90 },
          elements: [md()],
        },
        {
          tag: 'interactive_container',
          behaviors: [{ type: 'callback', value: { act: 'open' } }],
          elements: [columns({ tag: 'img', img_key: 'img_1', alt: plain('') })],
        },
        {
          tag: 'overflow',
          options: [{ text: plain('更多'), value: '1', multi_url: { url: 'https://example.com' } }],
        },
        {
          tag: 'button',
          text: plain('打开单聊'),
          type: 'primary_filled',
          behaviors: [{ type: 'open_url', default_url: 'https://example.com' }],
          confirm: { title: plain('确定'), text: plain('离开本页') },
        },
        { tag: 'person', user_id: 'ou_1', show_name: true },
        { tag: 'person_list', persons: [{ id: 'ou_1' }] },
      ],
    },
  }

  it.each([
    ['one with nearly everything', full],
    ['one with 200 tags', card(...Array.from({ length: 200 }, () => md()))],
    ['one with five tables', card(...Array.from({ length: 5 }, () => table([])))],
    ['one with five nested containers', card(deep(5))],
    ['one of 1.0, as it is', { header: { title: plain('旧') }, elements: [{ tag: 'action', actions: [] }] }],
    [
      'one as the card builder writes it: no alternative text, a container that does nothing, a lone zero',
      card({
        tag: 'interactive_container',
        margin: '0',
        corner_radius: '12px',
        elements: [{ tag: 'img', img_key: 'img_1', scale_type: 'fit_horizontal', margin: '4px 0 -4px 0px' }],
      }),
    ],
    ['one without a body', { schema: '2.0', header: { title: plain('一') } }],
  ])('%s', (_, given) => {
    expect(cardProblem(given)).toBe(null)
  })

  it('is at most 30 KB, or 150 KB where the sandbox is lenient', () => {
    const kilobytes = (count: number) => 'x'.repeat(count * 1_024)
    expect([kilobytes(30), `${kilobytes(30)}x`].map((content) => oversizeCard(content, true))).toEqual([
      false,
      true,
    ])
    expect([kilobytes(150), `${kilobytes(150)}x`].map((content) => oversizeCard(content, false))).toEqual([
      false,
      true,
    ])
  })
})
