import { rename, writeFile } from 'node:fs/promises'

/** What `moved-clock.ts` reads at every moment: so it is never there half written. */
export const writeClock = async (file: string, ahead: number): Promise<void> => {
  await writeFile(`${file}.next`, String(ahead))
  await rename(`${file}.next`, file)
}
