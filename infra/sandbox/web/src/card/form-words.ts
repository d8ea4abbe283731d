import type { Seat } from './seat.ts'

/** A plain text of a card, in as many languages as the card has it. */
export type Said = { content: string; i18n_content?: Record<string, string> | undefined }

/** The words in the reader's language; '' for none. */
export const contentOf = (said: Said | undefined, locale: Seat['locale']): string =>
  said === undefined ? '' : (said.i18n_content?.[locale] ?? said.content)
