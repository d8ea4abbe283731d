import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { bundleFunctions } from '../../infra/aws/bundle.ts'
import { lowerQuartile, type Measured, type Part, rounded } from './measured.ts'

const RUNS = 12

/** Loads a bundle and ends; without one it is Node alone. */
const program = (file: string | undefined) =>
  file === undefined ? '' : `await import(${JSON.stringify(pathToFileURL(file).href)})`

/** From the start of a process to its end, in milliseconds. */
const startOnce = (file: string | undefined): Promise<number> =>
  new Promise((resolve, reject) => {
    const began = performance.now()
    const child = spawn(process.execPath, ['--input-type=module', '-e', program(file)], {
      env: { PATH: '/usr/bin:/bin', AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
      stdio: 'ignore',
    })
    child.once('error', reject)
    child.once('close', (code) => {
      if (code === 0) resolve(performance.now() - began)
      else reject(new Error(`${file} could not be loaded`))
    })
  })

/** What a function adds to the start of a bare process: the faster quarter of as many runs of each, in turn. */
export const startsOf = (name: string, ours: readonly number[], bare: readonly number[]): Measured => {
  const [with_, without] = [lowerQuartile(ours), lowerQuartile(bare)]
  const note = `${rounded(with_, 0)} ms over ${rounded(without, 0)} ms of a bare process`
  return { key: `functions.${name}.startRatio`, value: rounded(with_ / without), note }
}

/** Every function: how large its bundle is, and how long it takes to load. */
export const functionStarts: Part = {
  name: 'functions',
  async measure(say) {
    const folder = await mkdtemp(join(tmpdir(), 'bench-'))
    try {
      say('bundling')
      const bundles = await bundleFunctions(folder)
      const all: Measured[] = []
      for (const { name, file, bytes } of bundles) {
        const [ours, bare]: [number[], number[]] = [[], []]
        for (let run = 0; run < RUNS; run++) {
          say(`${name}: start ${run + 1} of ${RUNS}`)
          bare.push(await startOnce(undefined))
          ours.push(await startOnce(file))
        }
        all.push({ key: `functions.${name}.bundleKB`, value: rounded(bytes / 1000, 1) })
        all.push(startsOf(name, ours, bare))
      }
      return all
    } finally {
      await rm(folder, { recursive: true })
    }
  },
}
