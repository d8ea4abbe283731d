import { html, raw } from 'hono/html'
import type { NameOf } from './names.ts'

type Html = ReturnType<typeof html>

const quote = '(?:&#39;|&quot;)?'
const marks: readonly (readonly [RegExp, string])[] = [
  [/^&gt; (.*)$/gm, '<i class="quote">$1</i>'],
  [/\*\*(.+?)\*\*/g, '<b>$1</b>'],
  [/~~(.+?)~~/g, '<s>$1</s>'],
  [/`([^`\n]+)`/g, '<code>$1</code>'],
  [/\[([^\]]+)\]\((https?:[^)\s]+)\)/g, '<a href="$2" rel="noreferrer" class="blue">$1</a>'],
  [
    new RegExp(`&lt;font color ?= ?${quote}(\\w+)[^&]*?${quote}&gt;(.*?)&lt;/font&gt;`, 'gs'),
    '<span class="$1">$2</span>',
  ],
  [/&lt;text_tag[^&]*?(?:&#39;\w+&#39;)?&gt;(.*?)&lt;\/text_tag&gt;/g, '<span class="tag">$1</span>'],
  [/&lt;br ?\/?&gt;/g, '\n'],
  [/^#{1,6} (.*)$/gm, '<b class="heading">$1</b>'],
  [/^(?:---|&lt;hr&gt;)$/gm, '<hr>'],
  [/^( *)[-*] (.*)$/gm, '$1• $2'],
]
const mention = new RegExp(`&lt;(?:at|person) id ?= ?${quote}(\\w+).*?&gt;&lt;/(?:at|person)&gt;`, 'g')
const entity = /&amp;#(\d{2,5});/g

/** Enough of Feishu's markdown to read it; everything is escaped before anything is marked. */
export function markdown(content: string, nameOf: NameOf, look = ''): Html {
  const marked = marks.reduce((text, [pattern, mark]) => text.replace(pattern, mark), escaped(content))
  const named = marked.replace(
    mention,
    (_, id) => `<span class="blue">@${escaped(id === 'all' ? '所有人' : nameOf(id))}</span>`,
  )
  return html`<div class="text ${look}">${raw(named.replace(entity, '&#$1;'))}</div>`
}

const escaped = (text: string): string => String(html`${text}`)
