import {
  button,
  calls,
  cardOf,
  column,
  columns,
  type Example,
  formOf,
  icon,
  type Part,
  plain,
  words,
} from './example.ts'

const example = (tag: string, zh: string, en: string, ...elements: Part[]): Example => ({
  tag,
  zh,
  en,
  card: cardOf(...elements),
})
const cell = (content: string, more: object = {}) =>
  column([words(content)], { background_style: 'grey-100', padding: '8px', ...more })

const sets = [
  ...(['none', 'stretch', 'flow', 'bisect', 'trisect'] as const).map((flex_mode) =>
    example(
      'column_set',
      `窄屏时 ${flex_mode}`,
      `When narrow: ${flex_mode}`,
      columns(
        ['东', '南', '西', '北'].map((side) => cell(`**${side}**\n风力二级`)),
        { flex_mode },
      ),
    ),
  ),
  ...(['small', 'medium', 'large', 'extra_large', '30px'] as const).map((horizontal_spacing) =>
    example(
      'column_set',
      `间距 ${horizontal_spacing}`,
      `Spacing ${horizontal_spacing}`,
      columns([cell('左'), cell('右')], { horizontal_spacing }),
    ),
  ),
  example('column_set', '背景与链接', 'Ground and link', {
    ...columns([column([words('整行点了会打开链接')]), column([words('→')], { width: 'auto' })]),
    background_style: 'blue-50',
    action: { multi_url: { url: 'https://example.com/' } },
  }),
  ...(['left', 'center', 'right'] as const).map((horizontal_align) =>
    example(
      'column_set',
      `列靠 ${horizontal_align}`,
      `Columns to the ${horizontal_align}`,
      columns([cell('甲', { width: 'auto' }), cell('乙', { width: 'auto' })], { horizontal_align }),
    ),
  ),
]

const parts = [
  example(
    'column',
    '按比例',
    'Weighted',
    columns([1, 2, 3].map((weight) => cell(`${weight} 份`, { width: 'weighted', weight }))),
  ),
  example(
    'column',
    '自动宽与定宽',
    'Automatic and fixed width',
    columns([
      cell('自动', { width: 'auto' }),
      cell('120px', { width: '120px' }),
      cell('其余', { width: 'weighted' }),
    ]),
  ),
  ...(['top', 'center', 'bottom'] as const).map((vertical_align) =>
    example(
      'column',
      `上下 ${vertical_align}`,
      `Vertical ${vertical_align}`,
      columns([cell('一\n二\n三'), cell('对齐', { vertical_align })]),
    ),
  ),
  ...(['left', 'center', 'right'] as const).map((horizontal_align) =>
    example(
      'column',
      `左右 ${horizontal_align}`,
      `Horizontal ${horizontal_align}`,
      columns([column([button('好')], { horizontal_align, width: 'weighted' }), cell('旁边')]),
    ),
  ),
  example(
    'column',
    '横排与间距',
    'In a row, with spacing',
    columns([
      column([words('一'), words('二'), words('三')], {
        direction: 'horizontal',
        horizontal_spacing: '16px',
      }),
    ]),
  ),
  example(
    'column',
    '一列可点',
    'A column that opens a link',
    columns([cell('打开', { action: { multi_url: { url: 'https://example.com/' } } }), cell('不打开')]),
  ),
]

const area = (zh: string, en: string, more: object, say = '点这一块') =>
  example('interactive_container', zh, en, {
    tag: 'interactive_container',
    elements: [words(`**${say}**\n整块都能点`)],
    padding: '12px',
    ...calls({ area: zh }),
    ...more,
  })
const areas = [
  area('边框与圆角', 'Border and corners', {
    has_border: true,
    border_color: 'blue-300',
    corner_radius: '12px',
  }),
  ...(['default', 'laser', 'green-100', 'rgba(51,112,255,0.12)'] as const).map((background_style) =>
    area(`背景 ${background_style}`, `Ground ${background_style}`, { background_style }),
  ),
  area('定宽定高', 'Fixed width and height', { width: '180px', height: '100px', has_border: true }),
  area('内容居中', 'Contents centred', {
    horizontal_align: 'center',
    has_border: true,
    elements: [button('好'), words('整块都能点', { text_align: 'center' })],
  }),
  area('先问一句', 'Asks before', {
    has_border: true,
    confirm: { title: plain('确定吗？'), text: plain('点确定才会发出。') },
  }),
  area(
    '不可用',
    'Disabled',
    { has_border: true, disabled: true, disabled_tips: plain('下周一才开放') },
    '还没开放',
  ),
  area('悬停提示', 'Tips on hover', { has_border: true, hover_tips: plain('点了会发出一次回调') }),
]

const panel = (zh: string, en: string, header: object, more: object = {}) =>
  example('collapsible_panel', zh, en, {
    tag: 'collapsible_panel',
    header: { title: plain('点开看详情'), ...header },
    elements: [words('里面的内容：下午茶在三楼。')],
    ...more,
  })
const panels = [
  panel('收起', 'Folded', {}),
  panel('展开', 'Unfolded', {}, { expanded: true }),
  panel(
    '边框',
    'Border',
    { background_color: 'grey-100' },
    { border: { color: 'grey-300', corner_radius: '8px' }, expanded: true },
  ),
  panel('标题用富文本', 'Title in markdown', {
    title: { tag: 'markdown', content: "**三件事** <font color='grey'>今天完成</font>" },
  }),
  ...(['left', 'right', 'follow_text'] as const).map((icon_position) =>
    panel(`图标 ${icon_position}`, `Icon ${icon_position}`, {
      icon_position,
      icon: icon('down-small-ccm_outlined'),
      icon_expanded_angle: -180,
    }),
  ),
  ...([-90, 90] as const).map((icon_expanded_angle) =>
    panel(
      `展开时转 ${icon_expanded_angle}°`,
      `Turned ${icon_expanded_angle}°`,
      { icon_expanded_angle, icon: icon('right_outlined') },
      { expanded: true },
    ),
  ),
  ...(['auto', 'auto_when_fold'] as const).map((width) =>
    panel(`标题宽 ${width}`, `Title as wide as ${width}`, {
      width,
      background_color: 'blue-50',
      padding: '4px',
    }),
  ),
  panel('标题在下', 'Title below', { position: 'bottom' }, { expanded: true }),
  panel('背景', 'Ground', {}, { expanded: true, background_color: 'turquoise-50', padding: '16px' }),
]

const asked = {
  tag: 'input',
  name: 'who',
  label: plain('姓名'),
  placeholder: plain('请填写'),
  required: true,
}
const forms = [
  example('form', '必填、提交与重置', 'Required, send and reset', {
    ...formOf(
      asked,
      { tag: 'date_picker', name: 'day', placeholder: plain('请选择日期') },
      button('重置', { name: 'reset', form_action_type: 'reset' }),
    ),
  }),
  example('form', '提交前确认', 'Asks before sending', {
    ...formOf({ ...asked, required: false }),
    confirm: { title: plain('现在提交？'), text: plain('提交后还能再改。') },
  }),
  example('form', '横排', 'In a row', {
    ...formOf({ ...asked, required: false }),
    direction: 'horizontal',
    vertical_align: 'bottom',
  }),
]

/** What holds other components. */
export const containerExamples: Example[] = [...sets, ...parts, ...areas, ...panels, ...forms]
