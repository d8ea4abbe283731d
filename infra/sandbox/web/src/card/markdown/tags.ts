/** Feishu's own tags, and whether each holds something between its two halves. */
const holds: Record<string, boolean> = {
  font: true,
  link: true,
  text_tag: true,
  number_tag: true,
  at: false,
  person: false,
  local_datetime: false,
}
const lone = new Set(['br', 'hr'])
const underscored = /(<\/?)(text_tag|number_tag|local_datetime)(?=[\s>/])/gi
const farIn = /^ {40,}/gm
const nestedLine = /^(?:[ \t]*(?:>|[-*+][ \t]|\d{1,9}[.)][ \t])){9,}/gm

/**
 * Markdown knows no tag with an underscore, so these are written with a hyphen before it reads them, and a line that
 * opens more than eight quotes and lists at once opens none. Forty spaces are ten levels of a list, and enough.
 */
export const beforeReading = (content: string): string =>
  content
    .replace(underscored, (_, open: string, name: string) => open + name.toLowerCase().replace('_', '-'))
    .replace(farIn, ' '.repeat(40))
    .replace(nestedLine, (markers) => markers.replace(/[>*+.)-]/g, '\\$&'))

/** Code shows what stood in it. */
export const asWritten = (code: string): string =>
  code.replace(
    /(<\/?)(text-tag|number-tag|local-datetime)\b/g,
    (_, open, name) => open + name.replace('-', '_'),
  )

/** The element that a tag is drawn as, and its html; `opens` when something of the text stands inside until it closes. */
export type Tag = { element: string; closes: boolean; opens: boolean; html: string }

/** What a tag in a text becomes; undefined for one that is not Feishu's, which is shown as it was written. */
export function tagOf(written: string): Tag | undefined {
  const [, slash, raw = '', attributes = ''] = /^<(\/?)([a-z][a-z-]*)([\s\S]*?)\/?>$/i.exec(written) ?? []
  const name = raw.toLowerCase().replace('-', '_')
  if (lone.has(name)) return { element: name, closes: false, opens: false, html: `<${name}>` }
  if (!Object.hasOwn(holds, name)) return undefined
  const element = `x-${name.replace('_', '-')}`
  const closes = slash === '/'
  if (closes) return { element, closes, opens: false, html: holds[name] ? `</${element}>` : '' }
  const start = `<${element}${spelled(attributes)}>`
  const opens = holds[name] === true
  return { element, closes, opens, html: opens ? start : `${start}</${element}>` }
}

const attribute = /([a-z_]+)\s*=\s*(?:'([^']*)'|"([^"]*)"|([^\s"'>]+))/gi

/** The attributes again, each in double quotes; Feishu's own `style` is no CSS. */
function spelled(attributes: string): string {
  const read = [...attributes.matchAll(attribute)]
  return read
    .map(([, name = '', single, double, bare]) => {
      const value = (single ?? double ?? bare ?? '').replaceAll('"', '&quot;')
      return ` ${name === 'style' ? 'looks' : name.toLowerCase()}="${value}"`
    })
    .join('')
}
