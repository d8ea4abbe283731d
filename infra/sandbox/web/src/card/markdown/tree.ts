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
  const unclosed = open.length > 0 ? [{ type: 'html', value: closing(open) }] : []
  if (node.children) node.children = withoutBreaksAround(rule, [...children, ...unclosed])
}

function htmlNode(written: string, open: string[]): Node {
  const tag = tagOf(written)
  const shown = { type: 'text', value: asWritten(written) }
  if (tag === undefined) return shown
  if (tag.closes && tag.html !== '') {
    const from = open.lastIndexOf(tag.element)
    return from === -1 ? shown : { type: 'html', value: closing(open.splice(from)) }
  }
  if (tag.opens) {
    if (open.length >= mostOpen) return shown
    open.push(tag.element)
  }
  return { type: 'html', value: tag.html }
}

const closing = (elements: string[]) =>
  elements
    .toReversed()
    .map((element) => `</${element}>`)
    .join('')

const rule = '<hr>'

/** A line across needs no new lines of its own. */
const withoutBreaksAround = (html: string, nodes: Node[]): Node[] => {
  const stands = (node: Node | undefined) => node?.type === 'html' && node.value === html
  const seen = nodes.filter((node) => node.type !== 'text' || node.value !== '')
  return seen.filter(
    (node, index) => node.type !== 'break' || !(stands(seen[index - 1]) || stands(seen[index + 1])),
  )
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
