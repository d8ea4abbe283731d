import { calls, cardOf, type Example, formOf, type Part, plain } from './example.ts'

const example = (tag: string, zh: string, en: string, ...elements: Part[]): Example => ({
  tag,
  zh,
  en,
  card: cardOf(...elements),
})

const input = (zh: string, en: string, more: object) =>
  example('input', zh, en, {
    tag: 'input',
    name: 'q',
    label: plain('备注'),
    placeholder: plain('请输入'),
    ...more,
  })
const inputs = [
  input('一行', 'One line', {}),
  input('标签在左', 'Label on the left', { label_position: 'left', width: 'fill' }),
  input('没有标签', 'No label', { label: undefined }),
  input('必填', 'Required', { required: true }),
  input('已有内容', 'Filled in', { default_value: '已经写好的字' }),
  input('多行', 'Many lines', { input_type: 'multiline_text', rows: 3 }),
  input('自动长高', 'Growing', {
    input_type: 'multiline_text',
    rows: 2,
    auto_resize: true,
    max_rows: 6,
    default_value: '一\n二\n三',
  }),
  input('密码', 'Password', { input_type: 'password', default_value: '12345678' }),
  input('快到上限', 'Near its limit', { max_length: 20, default_value: '这里写了十八个字还差两个字就满了' }),
  input('占满一行', 'As wide as the card', { width: 'fill' }),
  input('定宽', 'Fixed width', { width: '160px' }),
  input('不可用', 'Disabled', { disabled: true, disabled_tips: plain('本月已结束') }),
]

const cities = ['杭州', '苏州', '扬州', '徐州', '泰州', '常州', '湖州', '台州', '温州', '衢州'].map(
  (name, index) => ({ text: plain(name), value: `c${index}` }),
)
const select = (tag: string, zh: string, en: string, more: object) =>
  example(tag, zh, en, {
    tag,
    placeholder: plain('请选择城市'),
    options: cities.slice(0, 4),
    ...calls({ select: zh }),
    ...more,
  })
const people = {
  placeholder: plain('请选择同事'),
  options: ['ou_lin', 'ou_zhou', 'ou_he'].map((value) => ({ value })),
}
const selects = [
  select('select_static', '单选', 'One choice', {}),
  select('select_static', '已选', 'Chosen', { initial_option: 'c1' }),
  select('select_static', '无边框', 'Without a border', { type: 'text', initial_index: 2 }),
  select('select_static', '可搜索的长列表', 'A long list with a search', { options: cities, width: 'fill' }),
  select('select_static', '不可用', 'Disabled', { disabled: true }),
  select('multi_select_static', '多选', 'Many choices', { width: 'fill' }),
  select('multi_select_static', '已选三个', 'Three chosen', {
    selected_values: ['c0', 'c1', 'c2'],
    width: 'fill',
  }),
  select('multi_select_static', '不可用', 'Disabled', { disabled: true, selected_values: ['c3'] }),
  select('select_person', '选一个人', 'One person', people),
  select('select_person', '会话里的任何人', 'Anybody of the chat', {
    ...people,
    options: undefined,
    width: 'fill',
  }),
  select('select_person', '已选', 'Chosen', { ...people, initial_option: 'ou_zhou' }),
  select('multi_select_person', '选几个人', 'Several people', { ...people, width: 'fill' }),
  select('multi_select_person', '已选', 'Chosen', {
    ...people,
    selected_values: ['ou_lin', 'ou_he'],
    width: 'fill',
  }),
]

const picker = (tag: string, zh: string, en: string, more: object) =>
  example(tag, zh, en, { tag, ...calls({ picker: zh }), ...more })
const pickers = [
  picker('date_picker', '日期', 'Date', { placeholder: plain('请选择日期') }),
  picker('date_picker', '已选', 'Chosen', { initial_date: '2023-04-21' }),
  picker('date_picker', '不可用', 'Disabled', { initial_date: '2023-04-21', disabled: true }),
  picker('picker_time', '时间', 'Time', { placeholder: plain('请选择时间') }),
  picker('picker_time', '已选，占满一行', 'Chosen, as wide as the card', {
    initial_time: '14:30',
    width: 'fill',
  }),
  picker('picker_datetime', '日期和时间', 'Date and time', { placeholder: plain('请选择日期和时间') }),
  picker('picker_datetime', '已选', 'Chosen', { initial_datetime: '2023-04-21 14:30' }),
  example(
    'picker_datetime',
    '表单里必填',
    'Required in a form',
    formOf({
      tag: 'picker_datetime',
      name: 'when',
      placeholder: plain('请选择日期和时间'),
      required: true,
      width: 'fill',
    }),
  ),
]

const checker = (zh: string, en: string, more: object) =>
  example('checker', zh, en, { tag: 'checker', text: plain('浇花'), ...calls({ todo: zh }), ...more })
const small = (text: string): Part => ({
  tag: 'button',
  text: plain(text),
  type: 'text',
  size: 'tiny',
  ...calls({ pressed: text }),
})
const checkers = [
  checker('没有勾', 'Not checked', {}),
  checker('勾了划去', 'Checked and struck', {
    checked: true,
    checked_style: { show_strikethrough: true, opacity: 0.6 },
  }),
  checker('带按钮', 'With buttons', {
    button_area: { pc_display_rule: 'always', buttons: [small('改期'), small('转给别人')] },
  }),
  checker('只有框能点', 'Only the box', {
    overall_checkable: false,
    text: { tag: 'lark_md', content: '**整理** [文件柜](https://example.com/)' },
  }),
  checker('内边距', 'Padding', { padding: '12px 24px' }),
  checker('不可用', 'Disabled', { disabled: true, disabled_tips: plain('还没到时间') }),
]

const options = ['morning', 'noon', 'evening', 'night'].map((img_key, index) => ({
  img_key,
  value: img_key,
  hover_tips: plain(['清晨', '正午', '傍晚', '夜里'][index] ?? ''),
}))
const pictures = (zh: string, more: object): Part => ({
  tag: 'select_img',
  options,
  ...calls({ picture: zh }),
  ...more,
})
const picturesOf = (zh: string, en: string, more: object) => example('select_img', zh, en, pictures(zh, more))
const selectImages = [
  ...(['stretch', 'bisect', 'trisect'] as const).map((layout) =>
    picturesOf(`排列 ${layout}`, `Layout ${layout}`, {
      layout,
      options: layout === 'stretch' ? options.slice(0, 2) : options,
    }),
  ),
  ...(['16:9', '4:3', '1:1'] as const).map((aspect_ratio) =>
    picturesOf(`比例 ${aspect_ratio}`, `Ratio ${aspect_ratio}`, { aspect_ratio, layout: 'trisect' }),
  ),
  picturesOf('可以看大图', 'Can be looked at large', { can_preview: true, layout: 'trisect' }),
  picturesOf('圆角，一张不能选', 'Corners, one not to be chosen', {
    corner_radius: '12px',
    options: options.map((one, index) =>
      index === 3 ? { ...one, disabled: true, disabled_tips: plain('夜里不开放') } : one,
    ),
  }),
  example(
    'select_img',
    '表单里多选',
    'Several, in a form',
    formOf({
      ...pictures('多选', { layout: 'bisect' }),
      behaviors: undefined,
      name: 'pictures',
      multi_select: true,
    }),
  ),
]

/** What is filled in and chosen. */
export const inputExamples: Example[] = [...inputs, ...selects, ...pickers, ...checkers, ...selectImages]
