import { expect, it } from 'vitest'
import { startWorld } from '../../harness.ts'

const plain = (content: string) => ({ tag: 'plain_text', content })
const column = (...elements: unknown[]) => ({ tag: 'column', elements })
const sales = { tag: 'input', name: 'q', label: plain('应税销售'), default_value: '152.30' }
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
      { tag: 'chart', chart_spec: { type: 'line', data: { values: [{ 月份: '3月', 值: 4.2 }] } } },
    ],
  },
}

it('shows the chats and a card with its texts, inputs, buttons, tables and the data of its charts', async () => {
  const { sandbox, person, send, control } = await startWorld({ appName: '列规通' })
  const wang = await person('王敏')
  await send(wang, 'interactive', card)
  await control('POST', `/chats/${wang}/messages`, { as: wang, text: '<script>alert(1)</script>' })
  const page = await (await fetch(`${sandbox.url}/?width=phone`)).text()
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
    '>月份</th>',
    '4.2',
    'class="phone"',
    '&lt;script&gt;alert(1)&lt;/script&gt;',
    '2023年3月1日',
  ]) {
    expect(page).toContain(shown)
  }
  expect(page).not.toMatch(/https?:\/\//)
})

it('says so when there is no chat yet', async () => {
  const { sandbox } = await startWorld()
  expect(await (await fetch(`${sandbox.url}/`)).text()).toContain('还没有会话')
})
