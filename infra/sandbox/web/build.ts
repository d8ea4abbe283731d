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

/** Whether the page that lies there was built from these very sources. */
export const pageIsBuilt = async (): Promise<boolean> => isBuiltFrom(await fingerprint())

const isBuiltFrom = async (sources: string): Promise<boolean> =>
  existsSync(stamp) && (await readFile(stamp, 'utf8')) === sources

/**
 * Builds the chat client, unless the one that lies there was built from these very sources. It takes a few seconds and
 * no network, and a gigabyte of memory that stays with the process; answers whether it built.
 */
export async function buildPage(): Promise<boolean> {
  const sources = await fingerprint()
  if (await isBuiltFrom(sources)) return false
  await clearAway()
  // Built beside the old one and put in its place whole, so that nobody is ever served half a page.
  const fresh = `${pageFolder}-${process.pid}`
  try {
    await bundle(fresh)
    await writeFile(join(fresh, 'built-from'), sources)
    await putInPlace(fresh)
  } finally {
    await rm(fresh, { recursive: true, force: true })
  }
  return true
}

async function bundle(outDir: string): Promise<void> {
  const { build } = await import('vite')
  const { default: react } = await import('@vitejs/plugin-react')
  await build({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [react()],
    // What browsers are told to load of roughjs has no exports; VChart's kits import its default.
    resolve: { alias: { roughjs: bundled('roughjs/bundled/rough.esm.js') } },
    build: { outDir, emptyOutDir: true, chunkSizeWarningLimit: 3000 },
  })
}

const bundled = (file: string): string => {
  const [name = ''] = file.split('/')
  const main = createRequire(import.meta.url).resolve(name)
  return join(main.slice(0, main.lastIndexOf(`${name}/`)), file)
}

/** Two may build at once; the last one's page stays. */
async function putInPlace(fresh: string): Promise<void> {
  for (;;) {
    const old = `${fresh}-old`
    await rename(pageFolder, old).catch(unless('ENOENT'))
    await rm(old, { recursive: true, force: true })
    if (await rename(fresh, pageFolder).then(() => true, unless('ENOTEMPTY', 'EEXIST'))) return
  }
}

const unless =
  (...expected: string[]) =>
  (error: NodeJS.ErrnoException): void => {
    if (!expected.includes(error.code ?? '')) throw error
  }

/** Whoever was killed while building left half a page beside. */
async function clearAway(): Promise<void> {
  for (const name of await readdir(root)) {
    const pid = /^dist-(\d+)/.exec(name)?.[1]
    if (pid !== undefined && !isAlive(Number(pid)))
      await rm(join(root, name), { recursive: true, force: true })
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** What the page is made of: its own files and the versions of what it is made with. */
async function fingerprint(): Promise<string> {
  const names = await readdir(join(root, 'src'), { recursive: true, withFileTypes: true })
  const own = names.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name))
  const beside = ['index.html', 'tsconfig.json', 'build.ts', '../../../package-lock.json']
  const hash = createHash('sha256')
  for (const file of [...own.toSorted(), ...beside.map((name) => join(root, name))]) {
    hash.update(file).update(await readFile(file))
  }
  return hash.digest('hex')
}
