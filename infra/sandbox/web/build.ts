import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('.', import.meta.url))

/** Where the built page lies; git ignores it. */
export const pageFolder = join(root, 'dist')
const stamp = join(pageFolder, 'built-from')

/**
 * Builds the chat client, unless the one that lies there was built from these very sources. It takes a few seconds and
 * no network; answers whether it built.
 */
export async function buildPage(): Promise<boolean> {
  const sources = await fingerprint()
  if (existsSync(stamp) && (await readFile(stamp, 'utf8')) === sources) return false
  const { build } = await import('vite')
  const { default: react } = await import('@vitejs/plugin-react')
  // Built beside the old one and put in its place whole, so that nobody is ever served half a page.
  const fresh = `${pageFolder}-${process.pid}`
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [react()],
    // What browsers are told to load of roughjs has no exports; VChart's kits import its default.
    resolve: { alias: { roughjs: bundled('roughjs/bundled/rough.esm.js') } },
    build: { outDir: fresh, emptyOutDir: true, chunkSizeWarningLimit: 3000 },
  })
  await writeFile(join(fresh, 'built-from'), sources)
  await rm(pageFolder, { recursive: true, force: true })
  await rename(fresh, pageFolder)
  return true
}

const bundled = (file: string): string => {
  const [name = ''] = file.split('/')
  const main = createRequire(import.meta.url).resolve(name)
  return join(main.slice(0, main.lastIndexOf(`${name}/`)), file)
}

/** What the page is made of: its own files and the versions of what it is made with. */
async function fingerprint(): Promise<string> {
  const names = await readdir(root, { recursive: true, withFileTypes: true })
  const own = names
    .filter((one) => one.isFile() && !join(one.parentPath, one.name).startsWith(pageFolder))
    .map((one) => join(one.parentPath, one.name))
  const lock = join(root, '../../../package-lock.json')
  const hash = createHash('sha256')
  for (const file of [...own.toSorted(), lock]) {
    hash.update(file).update(await readFile(file))
  }
  return hash.digest('hex')
}
