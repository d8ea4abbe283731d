import { rm } from 'node:fs/promises'
import { bundleFunctions } from './bundle.ts'

/** `npm run bundle`: what `serverless.yml` deploys. */
const OUT = 'dist/functions'

await rm(OUT, { recursive: true, force: true })
const KB = (bytes: number) => `${Math.ceil(bytes / 1000)} KB`
for (const { file, bytes, allBytes } of await bundleFunctions(OUT))
  console.log(`${file}  ${KB(bytes)} at most for one answer, ${KB(allBytes)} in all`)
