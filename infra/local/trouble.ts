const OURS = /\b(?:bot|functions|infra|shared)\/[\w/.-]+:\d+/

/** What a log may say of an error: its kind, and where in our code it came from. A message may quote somebody's figures. */
export const troubleOf = (error: unknown): { why: string; where: string } =>
  error instanceof Error
    ? { why: error.name, where: OURS.exec(error.stack ?? '')?.[0] ?? 'elsewhere' }
    : { why: 'unknown', where: 'elsewhere' }
