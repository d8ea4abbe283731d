import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { packageService } from './package.ts'

/** `npm run package -- --stage prod --region cn-northwest-1 --param schedules=rule` */
const { values } = parseArgs({
  options: {
    stage: { type: 'string', default: 'dev' },
    region: { type: 'string', default: 'cn-north-1' },
    param: { type: 'string', multiple: true, default: [] },
  },
})
const folder = join(process.cwd(), '.serverless')
const { template, problems } = await packageService({ ...values, params: values.param, folder })
for (const problem of problems) console.error(problem)
console.log(`${Object.keys(template.Resources).length} resources in ${folder}, ${problems.length} problems`)
if (problems.length > 0) process.exitCode = 1
