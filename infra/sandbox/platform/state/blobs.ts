import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The bytes of files and images, beside the journal that names them. */
export function createBlobs(folder: string | undefined) {
  const memory = new Map<string, Uint8Array>()
  const root = folder === undefined ? undefined : join(folder, 'files')
  return {
    write(key: string, bytes: Uint8Array): void {
      if (root === undefined) return void memory.set(key, bytes)
      mkdirSync(root, { recursive: true })
      writeFileSync(join(root, key), bytes)
    },
    read: (key: string): Uint8Array =>
      root === undefined ? (memory.get(key) ?? new Uint8Array()) : readFileSync(join(root, key)),
    clear(): void {
      memory.clear()
      if (root !== undefined) rmSync(root, { recursive: true, force: true })
    },
  }
}
