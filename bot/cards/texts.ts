import type { Part } from './shape.ts'

/** Words that are never markup: names go in as they are. */
export const plain = (content: string) => ({ tag: 'plain_text' as const, content })

/** Markdown: a name of a firm or a person in it goes through `escaped`. */
export const text = (markdown: string): Part => ({ tag: 'markdown', content: markdown })

/** A text that begins something new: further from what stands above it than from what follows. */
export const heading = (markdown: string): Part => ({
  tag: 'markdown',
  content: markdown,
  margin: '12px 0px 0px 0px',
})

/** What may be overlooked: small and grey. */
export const note = (markdown: string): Part => ({
  tag: 'markdown',
  content: grey(markdown),
  text_size: 'notation',
})

export const grey = (markdown: string): string => coloured('grey', markdown)
export const red = (markdown: string): string => coloured('red', markdown)

// A colour ends with its line.
const coloured = (colour: string, markdown: string): string =>
  markdown
    .split('\n')
    .map((line) => (line === '' ? line : `<font color='${colour}'>${line}</font>`))
    .join('\n')
