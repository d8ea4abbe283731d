import { type Check, isObject, listed, ofType, type Resource, type Template, target } from './template.ts'

type Properties = Resource['Properties']

/** What the law on network security asks for, and a little more. */
const LEAST_LOG_DAYS = 180

export const logs: Check = (template) =>
  ofType(template, 'AWS::Logs::LogGroup').flatMap(([name, { RetentionInDays: days }]) =>
    typeof days === 'number' && days >= LEAST_LOG_DAYS
      ? []
      : [`${name} is kept for ${days ?? 'no set number of'} days`],
  )

/** The table is the city's record: it can be put back to any second, and no slip of a hand removes it. */
export const table: Check = (template) =>
  ofType(template, 'AWS::DynamoDB::Table').flatMap(([name, properties]) => {
    const on = (part: string, switched: string) => {
      const found = properties[part]
      return isObject(found) && found[switched] === true
    }
    const right: [boolean, string][] = [
      [template.Resources[name]?.DeletionPolicy === 'Retain', 'goes with its stack'],
      [properties.DeletionProtectionEnabled === true, 'can be deleted'],
      [properties.BillingMode === 'PAY_PER_REQUEST', 'is not on demand'],
      [on('PointInTimeRecoverySpecification', 'PointInTimeRecoveryEnabled'), 'cannot be put back'],
      [on('SSESpecification', 'SSEEnabled'), 'is not encrypted with a key of the account'],
      [on('TimeToLiveSpecification', 'Enabled'), 'forgets nothing'],
      [isObject(properties.StreamSpecification), 'wakes nobody'],
    ]
    return right.flatMap(([holds, wrong]) => (holds ? [] : [`${name} ${wrong}`]))
  })

const isQueue = ({ Resources }: Template, arn: unknown) =>
  Resources[target(arn) ?? '']?.Type === 'AWS::SQS::Queue'
const arnIn = (value: unknown, key: string) => (isObject(value) ? value[key] : undefined)

/** A mapping leaves out what wakes nobody, goes round one bad record, and keeps what it gave up. */
export const streams: Check = (template) =>
  ofType(template, 'AWS::Lambda::EventSourceMapping').flatMap(([name, mapping]) => {
    const lost = arnIn(arnIn(mapping.DestinationConfig, 'OnFailure'), 'Destination')
    const right: [boolean, string][] = [
      [listed(arnIn(mapping.FilterCriteria, 'Filters')).length > 0, 'has no filter'],
      [mapping.BisectBatchOnFunctionError === true, 'does not bisect'],
      [listed(mapping.FunctionResponseTypes).includes('ReportBatchItemFailures'), 'knows no partial failure'],
      [Number(mapping.MaximumRetryAttempts) > 0, 'never tries again, or for ever'],
      [isQueue(template, lost), 'loses what it gave up'],
    ]
    return right.flatMap(([holds, wrong]) => (holds ? [] : [`${name} ${wrong}`]))
  })

/** A start by the clock is tried again, and kept when it failed for good. */
export const schedules: Check = (template) =>
  [
    ...ofType(template, 'AWS::Scheduler::Schedule').map(([name, { Target }]) => [name, Target] as const),
    ...ofType(template, 'AWS::Events::Rule').flatMap(([name, { Targets }]) =>
      listed(Targets).map((one) => [name, one] as const),
    ),
  ].flatMap(([name, started]) => [
    ...(isObject(arnIn(started, 'RetryPolicy')) ? [] : [`${name} has no retry policy`]),
    ...(isQueue(template, arnIn(arnIn(started, 'DeadLetterConfig'), 'Arn'))
      ? []
      : [`${name} has no dead-letter queue`]),
  ])

const limited = (settings: unknown) =>
  isObject(settings) && Number(settings.ThrottlingRateLimit) > 0 && Number(settings.ThrottlingBurstLimit) > 0

/** Whoever finds the address cannot use up the account. */
export const throttling: Check = (template) =>
  ofType(template, 'AWS::ApiGatewayV2::Stage')
    .filter(([, { DefaultRouteSettings }]: [string, Properties]) => !limited(DefaultRouteSettings))
    .map(([name]) => `${name} takes any number of requests`)
