import { type Check, isObject, listed, ofType, type Resource, type Template, target } from './template.ts'

/** The metrics that we watch, by namespace, and the dimension without which none of them has a value. */
const published: Readonly<Record<string, { by: string; metrics: readonly string[] }>> = {
  'AWS/Lambda': {
    by: 'FunctionName',
    metrics: ['Errors', 'Throttles', 'IteratorAge', 'Invocations', 'Duration'],
  },
  'AWS/ApiGateway': { by: 'ApiId', metrics: ['Latency', '5xx', '4xx', 'Count', 'IntegrationLatency'] },
  'AWS/SQS': {
    by: 'QueueName',
    metrics: ['ApproximateNumberOfMessagesVisible', 'ApproximateAgeOfOldestMessage'],
  },
  'AWS/DynamoDB': { by: 'TableName', metrics: ['ThrottledRequests', 'SystemErrors'] },
}
const operators = ['GreaterThan', 'GreaterThanOrEqualTo', 'LessThan', 'LessThanOrEqualTo'].map(
  (than) => `${than}Threshold`,
)

type Properties = Resource['Properties']

const alarms = (template: Template) => ofType(template, 'AWS::CloudWatch::Alarm')

/** An alarm without one of these is refused only when it is deployed, or never rings. */
export const alarmParts: Check = (template) =>
  alarms(template).flatMap(([name, alarm]) => {
    const statistics = [alarm.Statistic, alarm.ExtendedStatistic].filter((one) => one !== undefined)
    const told = listed(alarm.AlarmActions).map(target)
    const right: [boolean, string][] = [
      [operators.includes(String(alarm.ComparisonOperator)), 'compares by no operator'],
      [Number.isFinite(alarm.Threshold), 'has no threshold'],
      [statistics.length === 1, 'needs one statistic'],
      [Number(alarm.Period) % 60 === 0 && Number(alarm.Period) > 0, 'needs a period of whole minutes'],
      [Number(alarm.EvaluationPeriods) > 0, 'evaluates nothing'],
      [alarm.TreatMissingData !== undefined, 'does not say what silence means'],
      [typeof alarm.AlarmDescription === 'string', 'does not say what to do'],
      [
        told.some((one) => one !== undefined && template.Resources[one]?.Type === 'AWS::SNS::Topic'),
        'tells nobody',
      ],
    ]
    return right.flatMap(([holds, wrong]) => (holds ? [] : [`${name} ${wrong}`]))
  })

/** An alarm watches a metric that somebody publishes: of AWS, or counted in a log by this template. */
export const alarmMetrics: Check = (template) =>
  alarms(template).flatMap(([name, alarm]) => {
    const { Namespace, MetricName } = alarm
    const known = published[String(Namespace)]
    if (known === undefined)
      return counted(template, Namespace, MetricName)
        ? []
        : [`${name} watches ${MetricName}: nobody counts it`]
    if (!known.metrics.includes(String(MetricName)))
      return [`${name} watches ${MetricName}: ${Namespace} has no such metric`]
    return dimensionsOf(alarm).includes(known.by) ? [] : [`${name} does not say which ${known.by}`]
  })

const counted = (template: Template, namespace: unknown, metric: unknown): boolean =>
  ofType(template, 'AWS::Logs::MetricFilter').some(([, { MetricTransformations }]) =>
    listed(MetricTransformations).some(
      (one) => isObject(one) && one.MetricNamespace === namespace && one.MetricName === metric,
    ),
  )

const dimensionsOf = ({ Dimensions }: Properties) =>
  listed(Dimensions).flatMap((one) => (isObject(one) ? [one.Name] : []))

/** Nobody waits for `commands`: whoever invokes it sees how it ends. */
const invokedByHand = ['CommandsLambdaFunction']

/** A function that fails or is not started is heard of. */
export const watched: Check = (template) => {
  const of = (metric: string) =>
    alarms(template)
      .filter(([, alarm]) => alarm.Namespace === 'AWS/Lambda' && alarm.MetricName === metric)
      .flatMap(([, { Dimensions }]) => listed(Dimensions))
      .flatMap((one) => (isObject(one) ? [target(one.Value)] : []))
  return ofType(template, 'AWS::Lambda::Function').flatMap(([name]) =>
    ['Errors', 'Throttles']
      .filter((metric) => !invokedByHand.includes(name) && !of(metric).includes(name))
      .map((metric) => `${name}: nobody hears of its ${metric}`),
  )
}
