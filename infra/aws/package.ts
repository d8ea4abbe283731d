import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { bundleFunctions } from './bundle.ts'
import { Template } from './template.ts'
import { awsProblems, ourProblems } from './validate.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
/** The program that packages and deploys. */
export const osls = fileURLToPath(new URL('../../node_modules/osls/bin/serverless.js', import.meta.url))

/** Where it would be deployed, and the folder for what would be. */
export type Packaging = { stage: string; region: string; params: readonly string[]; folder: string }
export type Packaged = { template: Template; file: string; problems: string[] }

/** Bundles, packages and checks. It is given no credentials and no home, and asks nobody on the network. */
export const packageService = async ({ stage, region, params, folder }: Packaging): Promise<Packaged> => {
  await bundleFunctions(join(root, 'dist/functions'))
  const chosen = params.flatMap((param) => ['--param', param])
  await promisify(execFile)(
    process.execPath,
    [osls, 'package', '--stage', stage, '--region', region, '--package', folder, ...chosen],
    { cwd: root, env: { HOME: folder, AWS_EC2_METADATA_DISABLED: 'true', SLS_NOTIFICATIONS_MODE: 'off' } },
  )
  const file = join(folder, 'cloudformation-template-update-stack.json')
  const template = Template.parse(JSON.parse(await readFile(file, 'utf8')))
  return { template, file, problems: [...awsProblems(file, region), ...ourProblems(template)] }
}
