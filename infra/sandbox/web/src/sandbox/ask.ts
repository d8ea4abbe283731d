/** What the sandbox refuses, in its own sentence; `field` names the input that it is about. */
export class Refused extends Error {
  readonly field: string | undefined
  constructor(message: string, field?: string) {
    super(message)
    this.field = field
  }
}

/** One call of the control API under /sandbox. A refusal is thrown as `Refused`, a lost connection as TypeError. */
export async function ask<T>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<T> {
  const answer = await fetch(`/sandbox${path}`, {
    method,
    ...(body instanceof FormData
      ? { body }
      : body !== undefined && {
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }),
  })
  const read = await answer.json()
  if (!answer.ok) throw new Refused(read.error ?? `HTTP ${answer.status}`, read.field)
  return read
}
