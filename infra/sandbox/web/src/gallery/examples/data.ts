import { cardOf, type Example } from './example.ts'

const table = (zh: string, en: string, more: object): Example => ({
  tag: 'table',
  zh,
  en,
  card: cardOf({ tag: 'table', columns: plainColumns, rows: plainRows, ...more }),
})
const plainColumns = [
  { name: 'what', display_name: '物品' },
  { name: 'count', display_name: '数量', data_type: 'number' },
]
const plainRows = ['茶杯', '台灯', '雨伞', '图书', '花盆', '椅子', '白板'].map((what, index) => ({
  what,
  count: (index + 2) * 3,
}))
const short = plainRows.slice(0, 3)

const everyType = [
  { name: 'text', display_name: '文本', data_type: 'text', width: '100px' },
  { name: 'rich', display_name: '富文本', data_type: 'lark_md', width: '120px' },
  { name: 'tags', display_name: '选项', data_type: 'options', width: '140px' },
  {
    name: 'money',
    display_name: '金额',
    data_type: 'number',
    format: { precision: 2, symbol: '¥', separator: true },
    width: '120px',
  },
  { name: 'who', display_name: '人员', data_type: 'persons', width: '140px' },
  { name: 'day', display_name: '日期', data_type: 'date', date_format: 'YYYY-MM-DD', width: '120px' },
  { name: 'more', display_name: '说明', data_type: 'markdown', width: '160px' },
]
const everyRow = {
  text: '春游',
  rich: '**已订** *两辆车*',
  tags: [
    { text: '通过', color: 'green' },
    { text: '加急', color: 'red' },
  ],
  money: 1234.5,
  who: ['ou_lin', 'ou_zhou'],
  day: Date.UTC(2023, 3, 21),
  more: '- 带伞\n- 带水',
}

const tables = [
  table('每种数据', 'Every type of data', { columns: everyType, rows: [everyRow, { text: '空的一行' }] }),
  table('翻页', 'Pages', { page_size: 3 }),
  table('没有数据', 'No data', { rows: [] }),
  ...(['low', 'middle', 'high', 'auto', '64px'] as const).map((row_height) =>
    table(`行高 ${row_height}`, `Row height ${row_height}`, { row_height, rows: short }),
  ),
  table('表头样式', 'Look of the header', {
    rows: short,
    header_style: {
      text_align: 'center',
      text_size: 'heading',
      background_style: 'none',
      text_color: 'violet',
      bold: false,
      lines: 2,
    },
  }),
  table('灰色表头', 'Grey header', { rows: short, header_style: { background_style: 'grey', bold: true } }),
  table('左中右、上中下', 'Alignment', {
    row_height: 'high',
    columns: (['left', 'center', 'right'] as const).map((horizontal_align, index) => ({
      name: horizontal_align,
      horizontal_align,
      vertical_align: ['top', 'center', 'bottom'][index],
    })),
    rows: [{ left: '左上', center: '正中', right: '右下' }],
  }),
  table('首列冻结，左右滑动', 'First column stays', {
    freeze_first_column: true,
    columns: [
      { name: 'what', display_name: '物品', width: '100px' },
      ...Array.from({ length: 8 }, (_, index) => ({
        name: `m${index}`,
        display_name: `${index + 1} 月`,
        data_type: 'number',
        width: '90px',
      })),
    ],
    rows: short.map(({ what, count }) => ({
      what,
      ...Object.fromEntries(Array.from({ length: 8 }, (_, index) => [`m${index}`, count + index])),
    })),
  }),
  table('百分比列宽', 'Widths in per cent', {
    rows: short,
    columns: [
      { ...plainColumns[0], width: '70%' },
      { ...plainColumns[1], width: '30%' },
    ],
  }),
]

/** Tables of every kind. */
export const tableExamples: Example[] = tables
