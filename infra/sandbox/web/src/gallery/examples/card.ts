import { button, cardOf, column, columns, type Example, icon, plain, words } from './example.ts'

const templates = [
  ...['blue', 'wathet', 'turquoise', 'green', 'yellow', 'orange'],
  ...['red', 'carmine', 'violet', 'purple', 'indigo', 'grey', 'default'],
]
const tag = (text: string, color: string) => ({ tag: 'text_tag', text: plain(text), color })
const headed = (header: object, said = '正文从这里开始。') => ({ ...cardOf(words(said)), header })

const header = (zh: string, en: string, given: object): Example => ({
  tag: 'header',
  zh,
  en,
  card: headed(given),
})

const headers: Example[] = [
  ...templates.map((template) =>
    header(`标题颜色 ${template}`, `Header in ${template}`, {
      title: plain('周五下午的例会'),
      template,
      text_tag_list: [tag('提醒', template === 'default' ? 'neutral' : 'blue')],
    }),
  ),
  header('副标题与三个标签', 'Subtitle and three tags', {
    title: plain('图书角本月新书'),
    subtitle: plain('三楼走廊尽头，随借随还'),
    template: 'turquoise',
    text_tag_list: [tag('新书', 'green'), tag('12 本', 'orange'), tag('可预约', 'violet')],
  }),
  header('图标标题', 'Header with an icon', {
    title: plain('设备巡检'),
    subtitle: plain('第二季度'),
    template: 'wathet',
    icon: icon('setting_outlined'),
  }),
  header('图片图标与很长的标题', 'Picture as icon, long title', {
    title: plain('关于调整夏季作息时间、食堂供餐时间和班车发车时间并请各组于本周内回复意见的通知'),
    template: 'indigo',
    icon: { tag: 'custom_icon', img_key: 'morning' },
  }),
]

const rootCard = (zh: string, en: string, card: Record<string, unknown>): Example => ({
  tag: 'card',
  zh,
  en,
  card: { schema: '2.0', ...card },
})
const three = [words('一'), words('二'), words('三')]

const roots: Example[] = [
  rootCard('没有标题', 'No header', { body: { elements: [words('只有一句话的卡片。')] } }),
  ...(['default', 'compact', 'fill'] as const).map((width_mode) =>
    rootCard(`宽度 ${width_mode}`, `Width ${width_mode}`, {
      config: { width_mode },
      header: { title: plain('卡片宽度'), template: 'blue' },
      body: { elements: [words('默认最宽 600 px，紧凑 400 px，撑满则与会话同宽。')] },
    }),
  ),
  rootCard('整张卡片可点', 'The whole card opens a link', {
    card_link: { url: 'https://example.com/' },
    header: { title: plain('点卡片任何地方'), template: 'green' },
    body: { elements: [words('会在新标签页打开链接。'), button('这个按钮不会')] },
  }),
  rootCard('正文横排', 'Body in a row', {
    body: { direction: 'horizontal', horizontal_spacing: 'extra_large', elements: three },
  }),
  ...(['left', 'center', 'right'] as const).map((align) =>
    rootCard(`正文对齐 ${align}`, `Body aligned ${align}`, {
      body: { horizontal_align: align, elements: [button('同意'), words(`靠 ${align}`)] },
    }),
  ),
  rootCard('间距与内边距', 'Spacing and padding', {
    body: { padding: '24px 12px 8px 40px', vertical_spacing: '20px', elements: three },
  }),
  rootCard('自己的颜色和字号', 'Own colours and sizes', {
    config: {
      style: {
        color: { leaf: { light_mode: 'rgba(20,110,60,1)', dark_mode: 'rgba(140,230,170,1)' } },
        text_size: { big: { default: 'heading-2', pc: 'heading-1', mobile: 'heading-3' } },
      },
    },
    body: {
      elements: [
        { tag: 'div', text: plain('叶绿色的大字', { text_color: 'leaf', text_size: 'big' }) },
        words('这一行是默认字号。'),
      ],
    },
  }),
  rootCard('中英文', 'Two languages', {
    header: { title: plain('你好', { i18n_content: { zh_cn: '你好', en_us: 'Hello' } }), template: 'purple' },
    body: {
      elements: [
        words('切换页面语言，文字跟着换。', {
          i18n_content: { en_us: 'Switch the language of the page and these words follow.' },
        }),
      ],
    },
  }),
  rootCard('放在一起', 'All together', {
    header: {
      title: plain('周报'),
      subtitle: plain('第 12 周'),
      template: 'blue',
      text_tag_list: [tag('已汇总', 'green')],
    },
    body: {
      elements: [
        columns(
          [
            column([words('**计划**\n8 项')]),
            column([words('**完成**\n7 项')]),
            column([words('**顺延**\n1 项')]),
          ],
          { flex_mode: 'trisect', background_style: 'grey-100' },
        ),
        { tag: 'hr' },
        words("<font color='grey'>下周一上午 9:00 自动更新</font>"),
        columns([
          column([button('看明细', { type: 'primary_filled' })], { width: 'auto' }),
          column([button('稍后')]),
        ]),
      ],
    },
  }),
]

/** The card itself: its width, its layout, its header in every colour. */
export const cardExamples: Example[] = [...roots, ...headers]
