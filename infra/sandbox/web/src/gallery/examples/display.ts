import { cardOf, type Example, icon, type Part, plain, words } from './example.ts'

const example = (tag: string, zh: string, en: string, ...elements: Part[]): Example => ({
  tag,
  zh,
  en,
  card: cardOf(...elements),
})
const div = (text: object, more: object = {}): Part => ({ tag: 'div', text, ...more })
const img = (more: object): Part => ({ tag: 'img', img_key: 'morning', alt: plain('清晨的山'), ...more })
const lark = (content: string) => ({ tag: 'lark_md', content })
const sizes = ['heading-0', 'heading-1', 'heading-2', 'heading-3', 'heading-4', 'normal', 'notation']
const long =
  '这段话很长，用来看一行放不下的时候怎样收住：先说天气，再说交通，最后说晚饭吃什么，一直说到第四行还没有说完。'

const texts = [
  example(
    'div',
    '字号',
    'Sizes',
    ...sizes.map((text_size) => div(plain(`字号 ${text_size}`, { text_size }))),
  ),
  example(
    'div',
    '颜色与对齐',
    'Colours and alignment',
    ...['blue', 'green', 'orange', 'red', 'violet', 'grey'].map((text_color) =>
      div(plain(`颜色 ${text_color}`, { text_color })),
    ),
    div(plain('居中', { text_align: 'center' })),
    div(plain('靠右', { text_align: 'right' })),
  ),
  example('div', '最多两行', 'At most two lines', div(plain(long.repeat(3), { lines: 2 }))),
  example(
    'div',
    '图标与富文本',
    'Icon and rich text',
    div(plain('会议室已订好'), { icon: icon('yes_outlined', { color: 'green' }) }),
    div(lark('**加粗**、*斜体*、~~删除~~、[链接](https://example.com/)'), { icon: icon('info_outlined') }),
    div(plain('只占自己的宽度'), { width: 'auto' }),
  ),
  example('div', '双列字段', 'Fields in two columns', {
    tag: 'div',
    fields: [
      { is_short: true, text: lark('**时间**\n周五 14:00') },
      { is_short: true, text: lark('**地点**\n二号会议室') },
      { is_short: false, text: lark('**议题**\n夏季作息时间怎样调整') },
    ],
  }),
  example('hr', '分割线', 'Rule', words('上面一段'), { tag: 'hr' }, words('下面一段')),
]

const images = [
  example('img', '默认', 'As it comes', img({})),
  ...(['large', 'medium', 'small', 'tiny', '160px 60px'] as const).map((size) =>
    example('img', `大小 ${size}`, `Size ${size}`, img({ size, scale_type: 'crop_center' })),
  ),
  example('img', '居中裁切', 'Cut at the centre', img({ img_key: 'tall', size: '200px 80px' })),
  example(
    'img',
    '顶部裁切',
    'Cut at the top',
    img({ img_key: 'tall', size: '200px 80px', scale_type: 'crop_top' }),
  ),
  example('img', '完整展示', 'Whole', img({ img_key: 'evening', scale_type: 'fit_horizontal' })),
  example('img', '标题、圆角、透明底', 'Title, corners, no ground', {
    ...img({
      title: plain('傍晚'),
      img_key: 'evening',
      size: 'large',
      corner_radius: '16px',
      transparent: true,
    }),
  }),
  example('img', '不能放大', 'Not to be enlarged', img({ img_key: 'night', size: 'medium', preview: false })),
]

const keys = ['morning', 'noon', 'evening', 'night', 'morning', 'noon', 'evening', 'night', 'morning']
const combined = (combination_mode: string, count: number, more: object = {}): Example =>
  example('img_combination', `${combination_mode} · ${count} 张`, `${combination_mode}, ${count} images`, {
    tag: 'img_combination',
    combination_mode,
    img_list: keys.slice(0, count).map((img_key) => ({ img_key })),
    ...more,
  })
const combinations = [
  combined('double', 2),
  combined('triple', 3),
  combined('bisect', 4, { corner_radius: '8px' }),
  combined('trisect', 6, { combination_transparent: true }),
  combined('trisect', 9),
]

const personSizes = ['extra_small', 'small', 'medium', 'large']
const people = [
  example(
    'person',
    '大小',
    'Sizes',
    ...personSizes.map((size) => ({ tag: 'person', user_id: 'ou_lin', size, show_name: true })),
  ),
  example('person', '胶囊', 'Capsule', {
    tag: 'person',
    user_id: 'ou_zhou',
    size: 'small',
    show_name: true,
    style: 'capsule',
  }),
  example('person', '只有头像', 'Face only', { tag: 'person', user_id: 'ou_he', size: 'large' }),
  example('person', '只有名字', 'Name only', {
    tag: 'person',
    user_id: 'ou_he',
    show_avatar: false,
    show_name: true,
  }),
]

const list = (zh: string, en: string, more: object) =>
  example('person_list', zh, en, {
    tag: 'person_list',
    persons: ['ou_lin', 'ou_zhou', 'ou_he', 'ou_tang', 'ou_gone'].map((id) => ({ id })),
    ...more,
  })
const lists = [
  list('头像与名字', 'Faces and names', { size: 'small', show_name: true, show_avatar: true }),
  list('只有头像', 'Faces only', { size: 'medium', show_name: false }),
  list('只有名字', 'Names only', { size: 'medium', show_avatar: false }),
  list('最多一行，略去不认识的人', 'One line, without strangers', {
    lines: 1,
    drop_invalid_user_id: true,
    size: 'large',
  }),
  list('带图标', 'With an icon', { icon: icon('group_outlined'), size: 'extra_small' }),
]

/** What is only looked at. */
export const displayExamples: Example[] = [...texts, ...images, ...combinations, ...people, ...lists]
