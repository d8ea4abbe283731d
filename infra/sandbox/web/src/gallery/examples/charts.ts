import { cardOf, type Example } from './example.ts'

const chart = (zh: string, en: string, chart_spec: object, more: object = {}): Example => ({
  tag: 'chart',
  zh,
  en,
  card: cardOf({ tag: 'chart', chart_spec: { title: { text: zh }, ...chart_spec }, ...more }),
})
const days = ['周一', '周二', '周三', '周四', '周五']
const cups = days.flatMap((day, index) => [
  { day, drink: '茶', cups: 12 + ((index * 7) % 9) },
  { day, drink: '咖啡', cups: 8 + ((index * 5) % 7) },
])
const tea = cups.filter(({ drink }) => drink === '茶')
const of = (values: object[]) => ({ data: { values } })
const byDay = { xField: 'day', yField: 'cups', seriesField: 'drink' }
const shares = [
  { what: '步行', share: 32 },
  { what: '骑车', share: 41 },
  { what: '公交', share: 27 },
]
const bar = { type: 'bar', ...of(cups), ...byDay, xField: ['day', 'drink'] }

const byAxes = [
  chart('折线图', 'Line', { type: 'line', ...of(cups), ...byDay }),
  chart('面积图', 'Area', { type: 'area', ...of(tea), ...byDay }),
  chart('柱状图', 'Bars', { ...bar, legends: { visible: true } }),
  chart('堆叠柱状图', 'Stacked bars', { type: 'bar', ...of(cups), ...byDay, stack: true }),
  chart('条形图', 'Lying bars', {
    type: 'bar',
    direction: 'horizontal',
    ...of(tea),
    xField: 'cups',
    yField: 'day',
  }),
  chart('散点图', 'Scatter', {
    type: 'scatter',
    ...of(tea.map(({ cups: y }, x) => ({ x, y }))),
    xField: 'x',
    yField: 'y',
  }),
  chart('组合图', 'Bars and a line', {
    type: 'common',
    data: [
      { id: 'bars', values: tea },
      { id: 'line', values: cups.filter(({ drink }) => drink === '咖啡') },
    ],
    series: [
      { type: 'bar', dataId: 'bars', xField: 'day', yField: 'cups', name: '茶' },
      { type: 'line', dataId: 'line', xField: 'day', yField: 'cups', name: '咖啡' },
    ],
    axes: [
      { orient: 'bottom', type: 'band' },
      { orient: 'left', type: 'linear' },
    ],
  }),
]

const others = [
  chart('饼图', 'Pie', {
    type: 'pie',
    ...of(shares),
    valueField: 'share',
    categoryField: 'what',
    label: { visible: true },
  }),
  chart('环图', 'Ring', {
    type: 'pie',
    ...of(shares),
    valueField: 'share',
    categoryField: 'what',
    innerRadius: 0.6,
    outerRadius: 0.85,
  }),
  chart('雷达图', 'Radar', {
    type: 'radar',
    ...of(cups),
    categoryField: 'day',
    valueField: 'cups',
    seriesField: 'drink',
  }),
  chart('漏斗图', 'Funnel', {
    type: 'funnel',
    ...of([
      { step: '报名', people: 90 },
      { step: '到场', people: 62 },
      { step: '发言', people: 20 },
    ]),
    categoryField: 'step',
    valueField: 'people',
  }),
  chart('词云', 'Word cloud', {
    type: 'wordCloud',
    ...of(
      ['春天', '公园', '散步', '风筝', '樱花', '茶', '书', '雨'].map((word, index) => ({
        word,
        weight: 20 - index * 2,
      })),
    ),
    nameField: 'word',
    valueField: 'weight',
  }),
  chart(
    '进度条',
    'Progress',
    {
      type: 'linearProgress',
      ...of([
        { what: '书架', part: 0.7 },
        { what: '花园', part: 0.35 },
      ]),
      direction: 'horizontal',
      xField: 'part',
      yField: 'what',
      seriesField: 'what',
      axes: [{ orient: 'left', type: 'band' }],
    },
    { height: '160px' },
  ),
  chart('环形进度', 'Ring of progress', {
    type: 'circularProgress',
    ...of([{ what: '完成', part: 0.8 }]),
    valueField: 'part',
    categoryField: 'what',
    seriesField: 'what',
    radius: 0.8,
    innerRadius: 0.6,
  }),
]

const looks = [
  ...(['brand', 'rainbow', 'complementary', 'converse', 'primary'] as const).map((color_theme) =>
    chart(`配色 ${color_theme}`, `Colours ${color_theme}`, bar, { color_theme, height: '180px' }),
  ),
  ...(['1:1', '2:1', '4:3', '16:9'] as const).map((aspect_ratio) =>
    chart(
      `比例 ${aspect_ratio}`,
      `Ratio ${aspect_ratio}`,
      { type: 'line', ...of(tea), ...byDay },
      { aspect_ratio },
    ),
  ),
]

/** Charts of every kind that Feishu documents. */
export const chartExamples: Example[] = [...byAxes, ...others, ...looks]
