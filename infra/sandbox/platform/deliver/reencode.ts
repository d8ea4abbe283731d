/**
 * The same JSON in other bytes: spaces after colons and commas, slashes escaped. Feishu promises bytes, not a form;
 * whoever checks a signature over `JSON.stringify(parsed)` finds out here.
 */
export function reencode(json: string): string {
  return write(JSON.parse(json))
}

function write(value: unknown): string {
  if (Array.isArray(value)) return `[ ${value.map(write).join(' , ')} ]`
  if (typeof value === 'object' && value !== null) {
    return `{ ${Object.entries(value)
      .map(([key, item]) => `${write(key)} : ${write(item)}`)
      .join(' , ')} }`
  }
  return (JSON.stringify(value) ?? 'null').replaceAll('/', '\\/')
}
