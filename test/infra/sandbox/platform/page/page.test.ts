import { expect, it } from 'vitest'
import { startWorld } from '../../harness.ts'

const plain = (content: string) => ({ tag: 'plain_text', content })
const column = (...elements: unknown[]) => ({ tag: 'column', elements })
const sales = { tag: 'input', name: 'q', label: plain('应税销售'), default_value: '152.30' }
const spec = {
  type: 'line',
  title: { text: '近两个月' },
  data: { values: [{ month: '3月', sales: 4.2 }] },
  xField: 'month',
  yField: 'sales',
  axes: [
    { orient: 'bottom', title: { text: '所属期' } },
    { orient: 'left', title: { text: '亿元' } },
  ],
}
const card = {
  schema: '2.0',
  header: { title: plain('3月企业数据请报送'), template: 'orange' },
  body: {
    elements: [
      { tag: 'markdown', content: "**1 <某某>机械**\n<font color='grey'>上月 152.30</font>" },
      {
        tag: 'form',
        name: 'f',
        elements: [
          { tag: 'column_set', columns: [column(sales)] },
          { tag: 'button', name: 'save', text: plain('提交本页'), form_action_type: 'submit' },
        ],
      },
      { tag: 'table', columns: [{ name: 'a', display_name: '区县' }], rows: [{ a: '如皋市' }] },
      { tag: 'chart', chart_spec: spec },
    ],
  },
}

it('shows the chats and a card with its texts, inputs, buttons, tables and the data of its charts', async () => {
  const { sandbox, person, send, control } = await startWorld({ appName: '列规通' })
  const wang = await person('王敏')
  await send(wang, 'interactive', card)
  await control('POST', `/chats/${wang}/messages`, { as: wang, text: '<script>alert(1)</script>' })
  const page = await (await fetch(`${sandbox.url}/plain?width=phone`)).text()
  for (const shown of [
    ...[
      '<h1>列规通</h1>',
      '王敏',
      '3月企业数据请报送',
      '<b>1 &lt;某某&gt;机械</b>',
      '<span class="grey">上月 152.30</span>',
    ],
    '应税销售',
    '152.30',
    '提交本页',
    '>区县</th>',
    '如皋市',
    '折线图 · 近两个月',
    '>所属期</th>',
    '>亿元</th>',
    '<span>4.2</span>',
    '<body class="phone ',
    '&lt;script&gt;alert(1)&lt;/script&gt;',
    '2023年3月1日星期三 09:00（时钟停住） · 1 人，1 个会话',
  ]) {
    expect(page).toContain(shown)
  }
  expect(page).not.toMatch(/https?:\/\//)
})

it('says so when there is no chat yet', async () => {
  const { sandbox } = await startWorld()
  expect(await (await fetch(`${sandbox.url}/plain`)).text()).toContain('还没有会话')
})

const shownOf = async (...elements: unknown[]): Promise<string> => {
  const { sandbox, person, send } = await startWorld({ appName: '列规通' })
  const wang = await person('王敏')
  await send(wang, 'interactive', { schema: '2.0', body: { elements } })
  return (await fetch(`${sandbox.url}/plain`)).text()
}

it('shows each kind of cell as Feishu does, and how many rows stand on a page', async () => {
  const of = (name: string, data_type: string, more = {}) => ({ name, data_type, ...more })
  const row = {
    growth: 6.2,
    day: Date.parse('2023-04-19T00:00:00+08:00'),
    state: [{ text: '已报' }, { text: '待说明' }],
    firm: '**某某机械**',
    empty: undefined,
  }
  const page = await shownOf({
    tag: 'table',
    page_size: 1,
    columns: [
      of('growth', 'number', { format: { precision: 2, symbol: '¥', separator: true } }),
      of('day', 'date'),
      of('state', 'options'),
      of('firm', 'markdown'),
      of('empty', 'text', { horizontal_align: 'center' }),
    ],
    rows: [row, { ...row, growth: 1234.5 }],
  })
  for (const shown of [
    '<td class="right">¥6.20</td>',
    '<td class="right">¥1,234.50</td>',
    '2023年4月19日',
    '<span class="tag">已报</span><span class="tag">待说明</span>',
    '<b>某某机械</b>',
    '<td class="center">—</td>',
    '<summary>共 2 行，在飞书里每页 1 行；其余 1 行</summary>',
  ])
    expect(page).toContain(shown)
})

it('keeps the distance that a card sets, and nothing else that is written there', async () => {
  const words = (content: string, margin?: string) => ({ tag: 'markdown', content, margin })
  const page = await shownOf(words('甲', '12px 0px 0px 0px'), words('乙'))
  expect(page).toMatch(/<div style="margin:12px 0px 0px 0px"><div class="text\s*">甲/)
  expect(page.match(/style="margin/g)).toHaveLength(1)
})

it('calls people by their names, in a component and in words', async () => {
  const { sandbox, person, send } = await startWorld()
  const wang = await person('王敏')
  const words = { tag: 'markdown', content: `请 <at id=${wang}></at> 核对，抄 <at id=all></at>` }
  const who = { tag: 'person', user_id: wang, size: 'small', show_name: true }
  await send(wang, 'interactive', { schema: '2.0', body: { elements: [words, who] } })
  const page = await (await fetch(`${sandbox.url}/plain`)).text()
  expect(page).toContain('请 <span class="blue">@王敏</span> 核对，抄 <span class="blue">@所有人</span>')
  expect(page).toContain('<div class="blue">@王敏</div>')
})

it('shows a card of 1.0 as far as it goes, and fails on none', async () => {
  const { sandbox, person, send } = await startWorld()
  const wang = await person('王敏')
  const words = { tag: 'div', text: { tag: 'lark_md', content: '**老卡片**' } }
  await send(wang, 'interactive', { header: { title: '不是对象', template: 7 }, elements: [words] })
  const answer = await fetch(`${sandbox.url}/plain`)
  expect([answer.status, (await answer.text()).includes('<b>老卡片</b>')]).toEqual([200, true])
})

it('finds chats by name, and draws the last hundred messages unless all are asked for', async () => {
  const { sandbox, person, control } = await startWorld()
  const wang = await person('王敏')
  await person('张建国')
  for (let said = 1; said <= 102; said += 1)
    await control('POST', `/chats/${wang}/messages`, { as: wang, text: `第${said}句` })
  const read = async (query: string) => (await fetch(`${sandbox.url}/plain?${query}`)).text()
  const found = await read(new URLSearchParams({ name: '王' }).toString())
  expect(found).toMatch(/更早的 2 条/)
  expect([found.includes('>第2句<'), found.includes('>第3句<')]).toEqual([false, true])
  expect(await read('all=1')).toContain('>第1句<')
  expect(await read(new URLSearchParams({ name: '<b>' }).toString())).toContain(
    '没有名字里带“&lt;b&gt;”的会话。',
  )
})
