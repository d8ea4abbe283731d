import { execFile } from 'node:child_process'

type Ended = { code: number; out: string; errors: string }

/** `npm run admin -- …`, as somebody types it. */
export const admin = (args: readonly string[], env: Record<string, string> = {}): Promise<Ended> =>
  new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--import', 'tsx', 'infra/admin/admin.ts', ...args],
      { env: { PATH: process.env.PATH, ...env } },
      (error, out, errors) =>
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, errors }),
    )
  })
