import { button, cardOf, column, columns, type Example, icon, type Part, plain } from './example.ts'

const example = (zh: string, en: string, ...elements: Part[]): Example => ({
  tag: 'button',
  zh,
  en,
  card: cardOf(...elements),
})
/** Side by side, and on the next line where there is no room. */
const beside = (...buttons: Part[]): Part =>
  columns(
    buttons.map((one) => column([one], { width: 'auto' })),
    { flex_mode: 'flow' },
  )
const types = [
  'default',
  'primary',
  'danger',
  'text',
  'primary_text',
  'danger_text',
  'primary_filled',
  'danger_filled',
  'laser',
]

const buttons = [
  example('类型', 'Types', beside(...types.map((type) => button(type, { type })))),
  example(
    '大小',
    'Sizes',
    beside(...['tiny', 'small', 'medium', 'large'].map((size) => button(size, { size, type: 'primary' }))),
  ),
  example('宽度', 'Widths', ...['default', 'fill', '200px'].map((width) => button(`宽 ${width}`, { width }))),
  example(
    '图标',
    'Icons',
    beside(
      button('发送', { icon: icon('send_outlined') }),
      button('删除', { type: 'danger', icon: icon('delete_outlined', { color: 'red' }) }),
    ),
  ),
  example('只有图标', 'Icon alone', {
    ...button('', { icon: icon('search_outlined'), hover_tips: plain('查找') }),
  }),
  example(
    '不可用',
    'Disabled',
    beside(
      ...['default', 'primary', 'primary_filled', 'danger_filled', 'text'].map((type) =>
        button(type, { type, disabled: true }),
      ),
    ),
  ),
  example(
    '不可用，说明为什么',
    'Disabled, with the reason',
    button('提交', { disabled: true, disabled_tips: plain('已过截止时间') }),
  ),
  example('悬停提示', 'Tips on hover', button('保存', { hover_tips: plain('保存后还能再改') })),
  example(
    '先问一句',
    'Asks before',
    button('撤回', {
      type: 'danger',
      confirm: { title: plain('撤回这条通知？'), text: plain('对方将看不到它。') },
    }),
  ),
  example('打开链接', 'Opens a link', {
    tag: 'button',
    text: plain('打开网页'),
    behaviors: [{ type: 'open_url', default_url: 'https://example.com/' }],
  }),
  example(
    '很长的字',
    'Long words',
    button('请在本周五下班之前把三楼会议室的投影仪和转接头一并还到前台登记处'),
  ),
]

const more = (zh: string, en: string, given: object): Example => ({
  tag: 'overflow',
  zh,
  en,
  card: cardOf({
    tag: 'overflow',
    options: [
      { text: plain('置顶'), value: 'top' },
      { text: plain('转发'), value: 'forward' },
      { text: plain('打开网页'), value: 'open', multi_url: { url: 'https://example.com/' } },
    ],
    ...given,
  }),
})
const overflows = [
  more('折叠按钮', 'Overflow', {}),
  more('占满一行', 'As wide as the card', { width: 'fill' }),
  more('先问一句', 'Asks before', { confirm: { title: plain('真的要这样做？') } }),
  more('不可用', 'Disabled', { disabled: true }),
]

/** What is pressed. */
export const buttonExamples: Example[] = [...buttons, ...overflows]
