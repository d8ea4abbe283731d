import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { ensureBrowser, type Machine, missingPackages } from './browser.ts'

const thisMachine: Machine = {
  hasFile: existsSync,
  isRoot: () => process.getuid?.() === 0,
  run(command, ...given) {
    const apart = command === 'apt-get' ? ['-q', '-o', 'DPkg::Lock::Timeout=300'] : []
    const { status, stdout, stderr } = spawnSync(
      'env',
      ['DEBIAN_FRONTEND=noninteractive', command, ...apart, ...given],
      { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
    )
    if (status !== 0 && command === 'apt-get') console.error(stderr)
    return status === 0 ? stdout : null
  },
}

const missing = missingPackages(thisMachine)
if (missing.length > 0) console.log(`Installing ${missing.join(' ')} for the browser tests …`)
const problem = ensureBrowser(thisMachine)
if (problem !== undefined) {
  console.error(problem)
  process.exitCode = 1
}
