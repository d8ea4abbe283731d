import { statements } from './check-access.ts'
import { type Check, isObject, listed, ofType, type Resource, type Template, target } from './template.ts'

type Properties = Resource['Properties']
type Need = { action: string; of?: string | undefined }

const xray = ['xray:PutTraceSegments', 'xray:PutTelemetryRecords']
const stream = ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams']

/** What a function is set up to do, its role allows: Lambda refuses the rest only when it is deployed, or at three in the morning. */
export const rolesSuffice: Check = (template) =>
  ofType(template, 'AWS::Lambda::Function').flatMap(([name, properties]) => {
    const role = target(properties.Role) ?? ''
    const allowed = statements(template.Resources[role]?.Properties.Policies)
    const may = ({ action, of }: Need) =>
      allowed.some(
        ({ Action, Resource }) =>
          listed(Action).includes(action) && (of === undefined || listed(Resource).map(target).includes(of)),
      )
    return needs(template, name, properties)
      .filter((need) => !may(need))
      .map(({ action, of }) => `${role} may not do ${action}${of === undefined ? '' : ` to ${of}`}`)
  })

const needs = (template: Template, name: string, properties: Properties): Need[] => [
  ...ownLog(template, properties),
  ...(isTraced(properties) ? xray.map((action) => ({ action })) : []),
  ...(hasSecrets(properties) ? [{ action: 'ssm:GetParameters' }] : []),
  ...about(template, 'AWS::Lambda::EventInvokeConfig', name).flatMap(lost),
  ...about(template, 'AWS::Lambda::EventSourceMapping', name).flatMap((mapping) => [
    ...stream.map((what) => ({ action: `dynamodb:${what}`, of: target(mapping.EventSourceArn) })),
    ...lost(mapping),
  ]),
]

const ownLog = (template: Template, { FunctionName }: Properties): Need[] =>
  ofType(template, 'AWS::Logs::LogGroup')
    .filter(([, { LogGroupName }]) => LogGroupName === `/aws/lambda/${FunctionName}`)
    .flatMap(([of]) => ['logs:CreateLogStream', 'logs:PutLogEvents'].map((action) => ({ action, of })))

const isTraced = ({ TracingConfig }: Properties) => isObject(TracingConfig) && TracingConfig.Mode === 'Active'

const hasSecrets = ({ Environment }: Properties) =>
  isObject(Environment) && isObject(Environment.Variables) && 'SECRETS_PREFIX' in Environment.Variables

const about = (template: Template, type: string, name: string): Properties[] =>
  ofType(template, type)
    .map(([, properties]) => properties)
    .filter(({ FunctionName }) => target(FunctionName) === name)

const lost = ({ DestinationConfig }: Properties): Need[] => {
  const failed = isObject(DestinationConfig) ? DestinationConfig.OnFailure : undefined
  return isObject(failed) ? [{ action: 'sqs:SendMessage', of: target(failed.Destination) }] : []
}
