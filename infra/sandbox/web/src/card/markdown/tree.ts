import { withEmoji } from './emoji.ts'
import { asWritten, tagOf } from './tags.ts'

/** What is needed of a node of mdast. */
export type Node = { type: string; value?: string; alt?: string; children?: Node[] }

const deepest = 16
const mostOpen = 8

/**
 * Makes Feishu's text of what markdown read: a new line is a new line, :DONE: is a picture, a tag of Feishu's is ready
 * to be drawn, any other shows as it was written, and what is nested deeper than anybody can see is plain text.
 */
export function feishuTree(tree: Node): void {
  settle(tree, 0)
}

function settle(node: Node, depth: number): void {
  const open: string[] = []
  const children = (node.children ?? []).flatMap((child) => {
    if (child.type === 'html') return [htmlNode(child.value ?? '', open)]
    if (child.type === 'text') return lines(withEmoji(asWritten(child.value ?? '')))
    if (child.value !== undefined) return [{ ...child, value: asWritten(child.value) }]
    if (child.children && depth >= deepest) return [{ type: 'text', value: textIn(child) }]
    settle(child, depth + 1)
    return [child]
  })
  const unclosed = open.reverse().map((name) => ({ type: 'html', value: tagOf(`</${name}>`)?.html ?? '' }))
  if (node.children) node.children = [...children, ...unclosed]
}

function htmlNode(written: string, open: string[]): Node {
  const tag = tagOf(written)
  const shown = { type: 'text', value: asWritten(written) }
  if (tag === undefined) return shown
  if (tag.closes && tag.html !== '') {
    const from = open.lastIndexOf(tag.name)
    if (from === -1) return shown
    const closed = open.splice(from).reverse()
    return { type: 'html', value: closed.map((name) => tagOf(`</${name}>`)?.html).join('') }
  }
  if (tag.html.startsWith('<x-') && !tag.html.includes('</')) {
    if (open.length >= mostOpen) return shown
    open.push(tag.name)
  }
  return { type: 'html', value: tag.html }
}

const lines = (text: string): Node[] =>
  text.split('\n').flatMap((line, index) => {
    const words = { type: 'text', value: line }
    return index === 0 ? [words] : [{ type: 'break' }, words]
  })

/** All the text inside, without going down by calls: it may be very deep. */
function textIn(node: Node): string {
  const waiting = [node]
  const found: string[] = []
  while (waiting.length > 0) {
    const { value, alt, children = [] } = waiting.pop() ?? node
    found.push(value ?? alt ?? '')
    for (let index = children.length - 1; index >= 0; index -= 1) waiting.push(children[index] ?? node)
  }
  return found.join('')
}
