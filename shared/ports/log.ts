/** Codes and ids only: never a figure, a name, a phone number or a secret. */
export type Log = (
  level: 'info' | 'warn' | 'error',
  code: string,
  ids?: Record<string, string | number>,
) => void
