import { rm } from 'node:fs/promises'
import { bundleFunctions } from './bundle.ts'

/** `npm run bundle`: what `serverless.yml` deploys. */
const OUT = 'dist/functions'

await rm(OUT, { recursive: true, force: true })
for (const { file, bytes } of await bundleFunctions(OUT))
  console.log(`${file}  ${Math.ceil(bytes / 1000)} KB`)
