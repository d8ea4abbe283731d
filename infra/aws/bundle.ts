import { readdir, readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'esbuild'

const functions = fileURLToPath(new URL('../../functions', import.meta.url))

/** A Lambda has its credentials in its environment; the other ways to find some are a fifth of the bundle. */
const environmentOnly: Plugin = {
  name: 'credentials-from-the-environment',
  setup({ onLoad }) {
    onLoad({ filter: /@aws-sdk[/\\]credential-provider-node[/\\].*\.js$/ }, ({ path }) => ({
      contents: "export { fromEnv as defaultProvider } from '@aws-sdk/credential-provider-env'",
      resolveDir: dirname(path),
    }))
  },
}

/** What these libraries carry for others: JSON schemas, streams of events, a digest for browsers. */
const neverCalled = [
  /zod[/\\]v4[/\\]core[/\\](to-json-schema|json-schema-processors)\.js$/,
  /@smithy[/\\]core[/\\]dist-es[/\\]submodules[/\\]event-streams[/\\]index\.js$/,
  /@smithy[/\\]core[/\\].*[/\\]Sha256Js\.js$/,
]

/** In their place stands a function of every name, which says so should it be called after all. */
const withoutTheNeverCalled: Plugin = {
  name: 'without-the-never-called',
  setup({ onLoad }) {
    for (const filter of neverCalled)
      onLoad({ filter }, async ({ path }) => ({ contents: absent(path, await readFile(path, 'utf8')) }))
  },
}

const absent = (path: string, source: string): string => {
  const declared = [...source.matchAll(/^export (?:const|function|class|async function) (\w+)/gm)]
  const listed = [...source.matchAll(/^export \{([^}]*)\}/gm)].flatMap(([, names = '']) => names.split(','))
  const names = [
    ...declared.map(([, name]) => name),
    ...listed.flatMap((one) => one.split(' as ').at(-1)?.trim() || []),
  ]
  const say = JSON.stringify(`${basename(path)} is not in this bundle`)
  return [
    `const absent = function () { throw new Error(${say}) }`,
    ...names.map((name) => `export { absent as ${name} }`),
  ].join('\n')
}

export type Bundle = { name: string; file: string; bytes: number; inputs: string[] }

/** What asks Feishu carries its SDK, which only works as CommonJS; everything else is a third smaller as a module. */
const asksFeishu = new Set(['sender', 'worker', 'commands'])

/** Writes every function as one file that Lambda can load, and says what is in it: `inputs` are the modules' paths. */
export const bundleFunctions = async (outdir: string): Promise<Bundle[]> => {
  const names = (await readdir(functions)).map((file) => basename(file, '.ts'))
  return Promise.all(names.map((name) => bundleOne(name, outdir)))
}

const bundleOne = async (name: string, outdir: string): Promise<Bundle> => {
  const file = join(outdir, asksFeishu.has(name) ? `${name}.cjs` : `${name}.mjs`)
  return { name, ...(await bundleFile(join(functions, `${name}.ts`), file)) }
}

/** Writes one entry with all that it imports; the format is that of the file's name, `.cjs` or `.mjs`. */
export const bundleFile = async (entry: string, file: string): Promise<Omit<Bundle, 'name'>> => {
  const { metafile } = await build({
    entryPoints: [entry],
    outfile: file,
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node20',
    format: file.endsWith('.cjs') ? 'cjs' : 'esm',
    mainFields: ['module', 'main'],
    // Sentences as they are: escaped, each of their letters would take twice as much.
    charset: 'utf8',
    metafile: true,
    logLevel: 'warning',
    plugins: [environmentOnly, withoutTheNeverCalled],
  })
  const [output] = Object.values(metafile.outputs)
  return { file, bytes: output?.bytes ?? 0, inputs: Object.keys(output?.inputs ?? {}) }
}
