type Given = { status?: number; headers?: Record<string, string>; details?: Record<string, unknown> }

/** The platform says no: Feishu's code and words, as `/open-apis` answers them. */
export class Refusal extends Error {
  readonly code: number
  readonly status: number
  readonly headers: Record<string, string>
  readonly details: Record<string, unknown>

  constructor(code: number, message: string, given: Given = {}) {
    super(message)
    this.name = 'Refusal'
    this.code = code
    this.status = given.status ?? 400
    this.headers = given.headers ?? {}
    this.details = given.details ?? {}
  }
}

/** Whoever drives the sandbox asked for something impossible; the message says what and why. */
export class ControlRefusal extends Error {
  readonly status: 400 | 404 | 409 | 502
  readonly details: Record<string, unknown>

  constructor(message: string, status: 400 | 404 | 409 | 502 = 400, details: Record<string, unknown> = {}) {
    super(message)
    this.name = 'ControlRefusal'
    this.status = status
    this.details = details
  }
}
