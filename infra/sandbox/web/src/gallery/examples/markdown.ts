import { cardOf, type Example, icon, words } from './example.ts'

const example = (zh: string, en: string, content: string, more: object = {}): Example => ({
  tag: 'markdown',
  zh,
  en,
  card: cardOf(words(content, more)),
})
const hues = ['neutral', 'blue', 'turquoise', 'lime', 'orange', 'violet', 'indigo', 'wathet']
const moreHues = ['green', 'yellow', 'red', 'purple', 'carmine']
const dates = ['date_num', 'date_short', 'date', 'week', 'week_short', 'time', 'time_sec', 'timezone']
const rows = Array.from({ length: 7 }, (_, index) => `| 第 ${index + 1} 周 | ${index + 3} | ${index * 2} |`)

/** What a text of a card can say: Feishu's markdown. */
export const markdownExamples: Example[] = [
  example('标题', 'Headings', '# 一级标题\n## 二级标题\n### 三级标题\n#### 四级标题\n正文'),
  example('字形', 'Emphasis', '**加粗** *斜体* ~~删除线~~ ***又粗又斜***\n行内 `code` 也可以'),
  example(
    '链接',
    'Links',
    "[文字链接](https://example.com/)\n<link icon='chat_outlined' url='https://example.com/'>图标链接</link>",
  ),
  example(
    '提到人',
    'People',
    "<at id=ou_lin></at> 请看，抄送 <at id=all></at>\n<person id = 'ou_he' show_name = true show_avatar = true style = 'normal'></person>",
  ),
  example(
    '颜色',
    'Colours',
    ['green', 'red', 'grey', 'blue', 'orange', 'violet-600', 'turquoise']
      .map((color) => `<font color='${color}'>颜色 ${color}</font>`)
      .join('\n'),
  ),
  example(
    '标签',
    'Tags',
    [...hues, ...moreHues].map((hue) => `<text_tag color='${hue}'>${hue}</text_tag>`).join(' '),
  ),
  example(
    '数字角标',
    'Number tags',
    "<number_tag background_color='blue' font_color='white'>1</number_tag> 先开灯\n<number_tag background_color='orange' font_color='white' url='https://example.com/'>2</number_tag> 再泡茶",
  ),
  example(
    '日期与时间',
    'Dates and times',
    dates
      .map(
        (type) =>
          `${type}：<local_datetime millisecond='1682042400000' format_type='${type}'></local_datetime>`,
      )
      .join('\n'),
  ),
  example('列表', 'Lists', '- 苹果\n- 梨\n    - 秋月梨\n    - 雪花梨\n\n1. 洗\n2. 切\n3. 吃'),
  example('引用与分割线', 'Quote and rule', '> 慢慢来，\n> 比较快。\n\n---\n\n以上是引用。'),
  example('代码块', 'Code', '```json\n{\n  "hello": "world",\n  "count": 3\n}\n```'),
  example(
    '表格，每页五行',
    'Table, five rows a page',
    ['| 周次 | 到会 | 请假 |', '| :-- | --: | :-: |', ...rows].join('\n'),
  ),
  example('图片', 'Image', '今天的云：\n![傍晚](evening)'),
  example('表情', 'Emoji', ':DONE: :OK: :THUMBSUP: :HEART: :PARTY: :不认识的表情:'),
  example(
    '写错的标记照样显示',
    'Unknown tags are shown as written',
    '<b>这不是飞书的标记</b> <script>alert(1)</script>\n[点不开](javascript:alert(1))',
  ),
  ...(['left', 'center', 'right'] as const).map((text_align) =>
    example(`对齐 ${text_align}`, `Aligned ${text_align}`, '一行\n更长的第二行', { text_align }),
  ),
  ...(['heading', 'normal', 'notation', 'xx-large', 'x-small'] as const).map((text_size) =>
    example(`字号 ${text_size}`, `Size ${text_size}`, '大小不同的 **同一句话**', { text_size }),
  ),
  example('图标', 'Icon', '前面有一个图标', { icon: icon('bell_outlined', { color: 'orange' }) }),
]
