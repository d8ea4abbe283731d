import { readdir, readFile } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type ImportKind, type Metafile, type Plugin } from 'esbuild'

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

/** Drawn by the sender: it needs the calendar, which would be a tenth of the webhook. */
const drawnElsewhere = /bot[/\\]flows[/\\]operate-health\.ts$/

/** In their place stands a function of every name, which says so should it be called after all. */
const without = (modules: readonly RegExp[]): Plugin => ({
  name: 'without-the-never-called',
  setup({ onLoad }) {
    for (const filter of modules)
      onLoad({ filter }, async ({ path }) => ({ contents: absent(path, await readFile(path, 'utf8')) }))
  },
})

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

/**
 * `bytes`: the most that one answer loads, the function with the largest of what it loads when it is needed; `allBytes`:
 * all that is deployed; `inputs`: the paths of all modules in it.
 */
export type Bundle = { name: string; file: string; bytes: number; allBytes: number; inputs: string[] }

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

/** Writes one entry with all that it imports, in pieces where it loads some later; the format is that of the name. */
export const bundleFile = async (entry: string, file: string): Promise<Omit<Bundle, 'name'>> => {
  const [name, extension] = [basename(file, extname(file)), extname(file)]
  const isModule = extension === '.mjs'
  const { metafile } = await build({
    entryPoints: { [name]: entry },
    outdir: dirname(file),
    outExtension: { '.js': extension },
    chunkNames: `${name}.[name]-[hash]`,
    bundle: true,
    splitting: isModule,
    minify: true,
    platform: 'node',
    target: 'node20',
    format: isModule ? 'esm' : 'cjs',
    mainFields: ['module', 'main'],
    // Sentences as they are: escaped, each of their letters would take twice as much.
    charset: 'utf8',
    metafile: true,
    logLevel: 'warning',
    plugins: [environmentOnly, without(name === 'webhook' ? [...neverCalled, drawnElsewhere] : neverCalled)],
  })
  return { file, ...weighed(metafile, entry) }
}

type Outputs = Metafile['outputs']

const weighed = ({ outputs }: Metafile, entry: string): Pick<Bundle, 'bytes' | 'allBytes' | 'inputs'> => {
  const all = Object.values(outputs)
  const start = Object.keys(outputs).find((path) => entry.endsWith(outputs[path]?.entryPoint ?? ' '))
  const atOnce = closure(outputs, start === undefined ? [] : [start])
  const later = [...atOnce].flatMap((path) => importsOf(outputs, path, 'dynamic-import'))
  const weights = later.map((path) => weightOf(outputs, closure(outputs, [...atOnce, path])))
  return {
    bytes: Math.max(weightOf(outputs, atOnce), ...weights),
    allBytes: all.reduce((sum, { bytes }) => sum + bytes, 0),
    inputs: [...new Set(all.flatMap(({ inputs }) => Object.keys(inputs)))],
  }
}

const importsOf = (outputs: Outputs, path: string, by: ImportKind): string[] =>
  (outputs[path]?.imports ?? [])
    .filter(({ kind, external }) => kind === by && !external)
    .map(({ path }) => path)

/** These pieces and all that is loaded with them. */
const closure = (outputs: Outputs, from: readonly string[]): Set<string> => {
  const reached = new Set(from)
  for (const path of reached)
    for (const next of importsOf(outputs, path, 'import-statement')) reached.add(next)
  return reached
}

const weightOf = (outputs: Outputs, paths: ReadonlySet<string>): number =>
  [...paths].reduce((sum, path) => sum + (outputs[path]?.bytes ?? 0), 0)
