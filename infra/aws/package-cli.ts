import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { osls, packageService } from './package.ts'

/** `npm run package` and `npm run deploy`, with `--stage prod --region cn-northwest-1 --param schedules=rule`. */
const { values } = parseArgs({
  options: {
    stage: { type: 'string', default: 'dev' },
    region: { type: 'string', default: 'cn-north-1' },
    param: { type: 'string', multiple: true, default: [] },
    deploy: { type: 'boolean', default: false },
  },
})
const { stage, region, param: params, deploy } = values
const root = fileURLToPath(new URL('../../', import.meta.url))
const folder = join(root, '.serverless')
const { template, problems } = await packageService({ stage, region, params, folder })
for (const problem of problems) console.error(problem)
console.log(`${Object.keys(template.Resources).length} resources in ${folder}, ${problems.length} problems`)
if (problems.length > 0) process.exitCode = 1
else if (deploy) {
  // What was checked is what goes out, with the credentials of whoever deploys.
  const given = params.flatMap((one) => ['--param', one])
  const args = [osls, 'deploy', '--package', folder, '--stage', stage, '--region', region, ...given]
  process.exitCode = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status ?? 1
}
