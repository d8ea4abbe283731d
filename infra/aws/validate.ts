import { CelEngine, TemplateFile } from '@aws/cloudformation-validate'
import { openDoors, ownRoles, partitions, secrets, stars } from './check-access.ts'
import { alarmMetrics, alarmParts, watched } from './check-alarms.ts'
import { logs, schedules, streams, table, throttling } from './check-keeping.ts'
import { conditions, references } from './check-references.ts'
import { rolesSuffice } from './check-roles.ts'
import { givenUp, heard, there } from './check-there.ts'
import type { Check, Template } from './template.ts'

const checks: readonly Check[] = [
  ...[there, references, conditions, stars, ownRoles, rolesSuffice, partitions, secrets, openDoors],
  ...[alarmParts, alarmMetrics, watched, heard, givenUp, logs, table, streams, schedules, throttling],
]

/** What our own rules find wrong. */
export const ourProblems = (template: Template): string[] => checks.flatMap((check) => check(template))

/** It takes seconds to make, and a tenth of that to use. */
let engine: InstanceType<typeof CelEngine> | undefined

/** What CloudFormation itself would find wrong with this file, as far as can be known without asking it. */
export const awsProblems = (file: string, region: string): string[] => {
  engine ??= new CelEngine()
  const { diagnostics, status } = engine.validateStandard(new TemplateFile(file), {
    severityLevel: 'ERROR',
    pseudoParameterOverrides: { region, partition: region.startsWith('cn-') ? 'aws-cn' : 'aws' },
  })
  const found = diagnostics.map(
    ({ ruleId, entity, propertyPath = '', message }) =>
      `${ruleId} ${entity?.logicalId ?? ''} ${propertyPath}: ${message}`,
  )
  return status === 'OK' ? found : [`the template was not analysed to its end: ${status}`, ...found]
}
