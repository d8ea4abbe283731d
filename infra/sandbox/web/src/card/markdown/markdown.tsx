import { useMemo } from 'react'
import parse, { type Options } from 'react-markdown'
import rehypeRaw from 'rehype-raw'
import rehypeSanitize from 'rehype-sanitize'
import remarkGfm from 'remark-gfm'
import { components } from './parts.tsx'
import { schema } from './schema.ts'
import { beforeReading } from './tags.ts'
import { feishuTree } from './tree.ts'
import './markdown.css'

type Plugins = NonNullable<Options['remarkPlugins']>
type Processor = { data: () => { micromarkExtensions?: unknown[] } }

// Feishu's markdown has none of these: a tag is never a block, four spaces are no code, and so on.
const never = ['htmlFlow', 'codeIndented', 'setextUnderline', 'definition', 'gfmFootnoteDefinition']
const footnotes = ['gfmFootnoteCall', 'gfmPotentialFootnoteCall']
const blocks = ['headingAtx', 'list', 'blockQuote', 'thematicBreak', 'codeFenced', 'table']

function without(this: Processor, off: readonly string[]): void {
  const data = this.data()
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { disable: { null: off } }]
}

const plugins = (off: readonly string[]) =>
  [[remarkGfm, { singleTilde: false }], [without, off], () => feishuTree] as unknown as Plugins
const whole = plugins([...never, ...footnotes])
const small = plugins([...never, ...footnotes, ...blocks])

function drawn(content: string, subset: boolean) {
  if (!readable(content)) return <p className="as-written">{content}</p>
  try {
    // Called, not drawn: what is too deep to be read throws here, and is shown as it was written.
    return parse({
      children: beforeReading(content),
      remarkPlugins: subset ? small : whole,
      rehypePlugins: [rehypeRaw, [rehypeSanitize, schema]],
      urlTransform: (url) => url,
      components,
    })
  } catch {
    return <p className="as-written">{content}</p>
  }
}

const marks = /[*_~`[\]<>&!\\|#\n]|[-+.)] |:\/\//g
const mostMarks = 4_000

/** Nobody writes thousands of marks for people to read; reading them takes time that grows with their square. */
const readable = (content: string) => (content.match(marks)?.length ?? 0) <= mostMarks

/** Feishu's markdown; `subset` for lark_md, which has no blocks. Nothing in it can become script. */
export function Markdown({ content, subset = false }: { content: string; subset?: boolean }) {
  return useMemo(() => drawn(content, subset), [content, subset])
}
