import type { FileRefusal } from '../ports.ts'

/** Thrown deep inside a file that is not read any further; `readTable` makes an answer of it. */
export class Refused extends Error {
  readonly why: FileRefusal

  constructor(why: FileRefusal) {
    super(`The file is refused: ${why}`)
    this.why = why
  }
}

/** Refuses the file unless this is so. */
export function must(holds: boolean, why: FileRefusal): asserts holds {
  if (!holds) throw new Refused(why)
}
