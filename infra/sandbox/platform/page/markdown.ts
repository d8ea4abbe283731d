import { html, raw } from 'hono/html'

type Html = ReturnType<typeof html>

const marks: readonly (readonly [RegExp, string])[] = [
  [/\*\*(.+?)\*\*/g, '<b>$1</b>'],
  [/~~(.+?)~~/g, '<s>$1</s>'],
  [/\[([^\]]+)\]\((https?:[^)\s]+)\)/g, '<a href="$2" rel="noreferrer" class="blue">$1</a>'],
  [
    /&lt;font color ?= ?(?:&#39;|&quot;)?(\w+)[^&]*?(?:&#39;|&quot;)?&gt;(.*?)&lt;\/font&gt;/gs,
    '<span class="$1">$2</span>',
  ],
  [/&lt;text_tag[^&]*?(?:&#39;\w+&#39;)?&gt;(.*?)&lt;\/text_tag&gt;/g, '<span class="tag">$1</span>'],
  [/&lt;at id=(?:&#39;|&quot;)?(\w+).*?&gt;&lt;\/at&gt;/g, '<span class="blue">@$1</span>'],
  [/&lt;br ?\/?&gt;/g, '\n'],
  [/^#{1,6} (.*)$/gm, '<b>$1</b>'],
  [/^- (.*)$/gm, '• $1'],
  [/&amp;#(\d{2,5});/g, '&#$1;'],
]

/** Enough of Feishu's markdown to read it; everything is escaped before anything is marked. */
export function markdown(content: string): Html {
  const safe = String(html`${content}`)
  const marked = marks.reduce((text, [pattern, mark]) => text.replace(pattern, mark), safe)
  return html`<div style="white-space:pre-wrap;overflow-wrap:anywhere">${raw(marked)}</div>`
}
