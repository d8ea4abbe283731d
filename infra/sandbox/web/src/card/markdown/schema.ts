import type { Options } from 'rehype-sanitize'

const tables = ['table', 'thead', 'tbody', 'tr', 'th', 'td']
const own = ['x-font', 'x-link', 'x-text-tag', 'x-number-tag', 'x-at', 'x-person', 'x-local-datetime']
const urls = ['url', 'pc_url']

/** All that a text of a card may become; whatever else got this far is dropped. */
export const schema: Options = {
  tagNames: [
    ...['p', 'br', 'hr', 'strong', 'em', 'del', 'a', 'code', 'pre', 'ul', 'ol', 'li', 'blockquote', 'img'],
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', ...tables, ...own],
  ],
  attributes: {
    a: ['href'],
    img: ['src', 'alt'],
    ol: ['start'],
    th: ['align'],
    td: ['align'],
    code: [['className', /^language-[\w+#-]{1,30}$/]],
    'x-font': ['color'],
    'x-link': ['icon', ...urls],
    'x-text-tag': ['color'],
    'x-number-tag': ['background_color', 'font_color', ...urls],
    'x-at': ['id', 'ids'],
    'x-person': ['id', 'show_name', 'show_avatar', 'looks'],
    'x-local-datetime': ['millisecond', 'format_type', 'link'],
  },
  // An image is named by its key, which has no protocol at all.
  protocols: { href: ['http', 'https'], src: ['none'] },
  clobber: [],
}
