/** One card of the gallery, and which component it is about (`card` and `header` are the card's own parts). */
export type Example = { tag: string; zh: string; en: string; card: Record<string, unknown> }

/** A component as it stands in a card. */
export type Part = { tag: string } & Record<string, unknown>

export const plain = (content: string, more: object = {}) => ({ tag: 'plain_text', content, ...more })
export const words = (content: string, more: object = {}): Part => ({ tag: 'markdown', content, ...more })
export const icon = (token: string, more: object = {}) => ({ tag: 'standard_icon', token, ...more })

/** What a bot would be told; in the gallery nobody is. */
export const calls = (value: object) => ({ behaviors: [{ type: 'callback', value }] })

export const button = (text: string, more: object = {}): Part => ({
  tag: 'button',
  text: plain(text),
  ...calls({ pressed: text }),
  ...more,
})
export const column = (elements: Part[], more: object = {}): Part => ({ tag: 'column', elements, ...more })
export const columns = (held: Part[], more: object = {}): Part => ({
  tag: 'column_set',
  columns: held,
  ...more,
})

/** A card of these components and nothing else. */
export const cardOf = (...elements: Part[]): Record<string, unknown> => ({
  schema: '2.0',
  body: { elements },
})

/** A form of these inputs, which a button sends. */
export const formOf = (...elements: Part[]): Part => ({
  tag: 'form',
  name: 'form',
  elements: [
    ...elements,
    button('提交', { name: 'submit', type: 'primary_filled', form_action_type: 'submit' }),
  ],
})
