import { expect, test } from 'vitest'
import { elementsIn, showMarkdown as show, textOf } from './show-markdown.ts'

const harmless = ['p', 'br', 'span', 'strong', 'em', 'code', 'a', 'button', 'img', 'dialog']

test.each([
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<img src=x\nonerror="alert(1)">',
  '<svg onload=alert(1)>',
  '<iframe src="https://x.example"></iframe>',
  '<style>body{display:none}</style>',
  '<div\nonclick=alert(1)>块</div>',
  '<!-- <script>alert(1)</script> -->',
  '<form action=https://x.example><input name=a></form>',
  '<x-font color=red onclick=alert(1)>字</x-font>',
])('%j shows as it was written', (content) => {
  const html = show(content)
  expect(textOf(html).replace(/\s+/g, ' ')).toBe(content.replace(/\s+/g, ' '))
  for (const [, name] of html.matchAll(/<([a-z][a-z0-9-]*)/g)) expect(harmless).toContain(name)
})

test.each([
  '[坏](javascript:alert(1))',
  '[坏](JaVaScRiPt:alert(1))',
  '[坏](&#106;avascript:alert(1))',
  '[坏](data:text/html,<script>alert(1)</script>)',
  '[坏](vbscript:x)',
  '[坏](file:///etc/passwd)',
  '[坏](/sandbox/reset)',
  "<link url='javascript:alert(1)'>坏</link>",
  "<link icon='x' url='https://x.example' pc_url='javascript:alert(1)'>坏</link>".replace(
    'https://x.example',
    '',
  ),
  "<number_tag url='javascript:alert(1)'>坏</number_tag>",
  "<local_datetime millisecond='坏' link='javascript:alert(1)'></local_datetime>",
])('%j is words and leads nowhere', (content) => {
  const html = show(content)
  expect(textOf(html)).toContain('坏')
  expect(html).not.toMatch(/href|script:/)
})

test.each([
  "<font color='red' onclick='alert(1)' style='position:fixed'>字</font>",
  "<at id='ou_li' onmouseover='alert(1)'></at>",
  "<person id='ou_li' style='background:url(https://x.example)'></person>",
  '<text_tag color="blue\' onclick=\'alert(1)">字</text_tag>',
])('%j keeps nothing that it has no right to', (content) => {
  expect(show(content)).not.toMatch(/onclick|onmouseover|position|url\(/)
})

test('an image is nothing but a key: no address is ever asked', () => {
  expect(show('![图](https://x.example/spy.png)')).not.toContain('x.example')
  expect(show('![图](javascript:alert(1))')).not.toContain('javascript')
  expect(show('![图](../../evil)')).toContain('/images/..%2F..%2Fevil')
})

const long = 100_000
const plain = elementsIn(show('文'.repeat(long)))
test.each([
  ['<', '<'.repeat(long)],
  ['*', '*'.repeat(long)],
  ['[', '['.repeat(long)],
  ['*a and **b', '*a **b '.repeat(long / 7)],
  ['[a](', '[a]('.repeat(long / 4)],
  ['>', '>'.repeat(long)],
  ['- - -', '- '.repeat(long / 2)],
  ['<font>', "<font color='red'>".repeat(long / 18)],
  ['<font> in paragraphs', "<font color='red'>a\n\n".repeat(long / 21)],
  ['![', '!['.repeat(long / 2)],
  ['`', '`'.repeat(long)],
])('100 KB of %s becomes hardly more than as much plain text', (_, content) => {
  const html = show(content)
  expect(elementsIn(html)).toBeLessThan(plain * 50)
  expect(textOf(html).length).toBeGreaterThan(0)
})

test('nothing is nested deeper than a browser can lay out', () => {
  const nests = [
    "<font color='red'>".repeat(200),
    Array.from({ length: 150 }, (_, level) => `${'  '.repeat(level)}- 层`).join('\n'),
    `${'> '.repeat(100)}引用`,
    `${'**a '.repeat(150)}${'b** '.repeat(150)}`,
  ]
  for (const content of nests) {
    let depth = 0
    let deepest = 0
    for (const [tag] of show(content).matchAll(/<\/?[a-z][^>]*>/g)) {
      if (!tag.endsWith('/>')) depth += tag.startsWith('</') ? -1 : 1
      deepest = Math.max(deepest, depth)
    }
    expect(deepest).toBeLessThan(60)
  }
})
