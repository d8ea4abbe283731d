import { type Check, isObject, listed, ofType, type Resource, type Template, target } from './template.ts'

type Properties = Resource['Properties']

/** Every other rule is held by a template that lacks what it is about. */
const needed: readonly [number, string, readonly string[]][] = [
  [1, 'table', ['AWS::DynamoDB::Table']],
  [5, 'functions', ['AWS::Lambda::Function']],
  [5, 'log groups', ['AWS::Logs::LogGroup']],
  [3, 'schedules', ['AWS::Scheduler::Schedule', 'AWS::Events::Rule']],
  [2, 'stream mappings', ['AWS::Lambda::EventSourceMapping']],
  [1, 'stage of the HTTP API', ['AWS::ApiGatewayV2::Stage']],
  [1, 'queue for what failed', ['AWS::SQS::Queue']],
  [1, 'topic for alarms', ['AWS::SNS::Topic']],
  [1, 'dashboard', ['AWS::CloudWatch::Dashboard']],
]

export const there: Check = (template) =>
  needed.flatMap(([most, what, types]) => {
    const found = types.flatMap((type) => ofType(template, type)).length
    return found === most ? [] : [`there should be ${most} ${what}, there are ${found}`]
  })

const alarmed: readonly [namespace: string, metric: string, what: string][] = [
  ['AWS/ApiGateway', 'Latency', 'how long Feishu waits for its answer'],
  ['AWS/ApiGateway', '5xx', 'answers that fail'],
  ['', 'Refusals', 'requests with a wrong signature'],
  ['', 'Unanswered', 'people who were asked to try again'],
  ['', 'DeadLetters', 'pushes that were given up'],
  ['', 'OldestPushSeconds', 'the age of the oldest push'],
  ['AWS/SQS', 'ApproximateNumberOfMessagesVisible', 'starts that failed for good'],
  ['AWS/Lambda', 'Invocations', 'an agenda that stands still'],
  ['AWS/DynamoDB', 'ThrottledRequests', 'a table that refuses'],
]

/** What somebody must hear of; errors and throttles of each function are asked for by `watched`. */
export const heard: Check = (template) => {
  const alarms = ofType(template, 'AWS::CloudWatch::Alarm').map(([, alarm]) => alarm)
  const has = (namespace: string, metric: string) =>
    alarms.some(
      ({ Namespace, MetricName }) => MetricName === metric && (namespace === '' || Namespace === namespace),
    )
  const read = ofType(template, 'AWS::Lambda::EventSourceMapping').map(([, mapping]) => functionOf(mapping))
  const late = alarms.filter(({ MetricName }) => MetricName === 'IteratorAge').flatMap(dimensionTargets)
  return [
    ...alarmed
      .filter(([namespace, metric]) => !has(namespace, metric))
      .map(([, , what]) => `nobody hears of ${what}`),
    ...read.filter((name) => !late.includes(name)).map((name) => `nobody hears that ${name} is late`),
  ]
}

const dimensionTargets = ({ Dimensions }: Properties) =>
  listed(Dimensions).map((one) => (isObject(one) ? target(one.Value) : undefined))

const functionOf = ({ FunctionName }: Properties): string | undefined => target(FunctionName)

/** A function that no one waits for keeps what it gave up, and is not started again behind the schedule's back. */
export const givenUp: Check = (template) => {
  const startedByClock = [
    ...ofType(template, 'AWS::Scheduler::Schedule').map(([, { Target }]) => Target),
    ...ofType(template, 'AWS::Events::Rule').flatMap(([, { Targets }]) => listed(Targets)),
  ].map((started) => (isObject(started) ? target(started.Arn) : undefined))
  const kept = ofType(template, 'AWS::Lambda::EventInvokeConfig').filter(
    ([, config]) => config.MaximumRetryAttempts === 0 && queueOf(template, config) !== undefined,
  )
  const names = kept.map(([, config]) => functionOf(config))
  return startedByClock
    .filter((name) => !names.includes(name))
    .map((name) => `${name} loses what it gave up, or is tried again by Lambda besides`)
}

const queueOf = ({ Resources }: Template, { DestinationConfig }: Properties): string | undefined => {
  const failed = isObject(DestinationConfig) ? DestinationConfig.OnFailure : undefined
  const name = isObject(failed) ? target(failed.Destination) : undefined
  return Resources[name ?? '']?.Type === 'AWS::SQS::Queue' ? name : undefined
}
