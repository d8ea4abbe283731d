import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { ofType, Template } from '../../../infra/aws/template.ts'
import { awsProblems, ourProblems } from '../../../infra/aws/validate.ts'
import { packaged } from './packaged.ts'

let made: Awaited<ReturnType<typeof packaged>>
beforeAll(async () => {
  made = await packaged()
}, 180_000)
afterAll(() => made?.remove())

/** One thing of a template that is changed, by the path to it; `undefined` takes it away. */
const changed = (path: string, value?: unknown): Template => {
  const template = structuredClone(made.template)
  const steps = path.split('/')
  const last = steps.pop() ?? ''
  let at: Record<string, unknown> = template.Resources
  for (const step of steps) at = at[step] as Record<string, unknown>
  if (!(last in at) && value === undefined) throw new Error(`${path} is not in the template`)
  if (value === undefined) delete at[last]
  else at[last] = value
  return template
}
const policy = (role: string) => `${role}/Properties/Policies/0/PolicyDocument/Statement/0`
const mapping = 'SenderEventSourceMappingDynamodbTable'

describe('the packaged service', () => {
  it('has nothing wrong with it, by the rules of AWS and by ours', () => {
    expect(made.problems).toEqual([])
  })

  it('is what the architecture says: five functions on arm64, kept logs, no X-Ray where Lambda has none', () => {
    const functions = ofType(made.template, 'AWS::Lambda::Function').map(([, properties]) => properties)
    expect(functions).toHaveLength(5)
    for (const one of functions) {
      expect(one).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['arm64'] })
      expect(one.TracingConfig).toBeUndefined()
    }
  })

  it('holds every rule with plain rules of EventBridge in the place of the Scheduler', async () => {
    const template = structuredClone(made.template)
    for (const name of Object.keys(template.Resources))
      if (/Schedule$|^SchedulerRole$/.test(name)) delete template.Resources[name]
    const text = readFileSync('infra/aws/schedules-rule.yml', 'utf8').replaceAll(
      /\$\{s(elf|ls):\w+\}/g,
      'prod',
    )
    const { Resources } = Template.parse(parse(text))
    Object.assign(template.Resources, Resources)
    expect(Object.keys(Resources)).toHaveLength(7)
    const file = join(made.file, '..', 'rules.json')
    await writeFile(file, JSON.stringify(template))
    expect([...awsProblems(file, 'cn-northwest-1'), ...ourProblems(template)]).toEqual([])
  }, 120_000)
})

describe('a rule that is broken is told', () => {
  const queue = { 'Fn::GetAtt': ['Gone', 'Arn'] }
  it.each<[string, string, unknown]>([
    [`${policy('WebhookRole')}/Action`, 'WebhookRole may do logs:*', ['logs:*']],
    [`${policy('TickRole')}/Resource`, 'TickRole may do logs:CreateLogStream, logs:PutLogEvents to *', '*'],
    [
      `${policy('TickRole')}/NotAction`,
      'TickRole has a NotAction, which allows all the rest',
      'iam:PassRole',
    ],
    [
      'TickLambdaFunction/Properties/Role',
      'TickLambdaFunction shares WorkerRole with WorkerLambdaFunction',
      { 'Fn::GetAtt': ['WorkerRole', 'Arn'] },
    ],
    [
      'WebhookLambdaFunction/Properties/Environment/Variables/LARK_APP_SECRET',
      'WebhookLambdaFunction has LARK_APP_SECRET in its environment: keep it in the Parameter Store',
      'x',
    ],
    ['Failed/Properties/KmsMasterKeyId', 'arn:aws:kms:x is of one partition only', 'arn:aws:kms:x'],
    ['DeadLettersAlarm/Properties/ComparisonOperator', 'DeadLettersAlarm compares by no operator', undefined],
    ['DeadLettersAlarm/Properties/ComparisonOperator', 'DeadLettersAlarm compares by no operator', 'Above'],
    ['DeadLettersAlarm/Properties/Threshold', 'DeadLettersAlarm has no threshold', undefined],
    ['DeadLettersAlarm/Properties/Statistic', 'DeadLettersAlarm needs one statistic', undefined],
    ['DeadLettersAlarm/Properties/Period', 'DeadLettersAlarm needs a period of whole minutes', 90],
    ['DeadLettersAlarm/Properties/EvaluationPeriods', 'DeadLettersAlarm evaluates nothing', 0],
    [
      'DeadLettersAlarm/Properties/TreatMissingData',
      'DeadLettersAlarm does not say what silence means',
      undefined,
    ],
    ['DeadLettersAlarm/Properties/AlarmDescription', 'DeadLettersAlarm does not say what to do', undefined],
    ['DeadLettersAlarm/Properties/AlarmActions', 'DeadLettersAlarm tells nobody', []],
    ['DeadLettersAlarm/Properties/MetricName', 'DeadLettersAlarm watches Deaths: nobody counts it', 'Deaths'],
    [
      'FailedStartsAlarm/Properties/MetricName',
      'FailedStartsAlarm watches Messages: AWS/SQS has no such metric',
      'Messages',
    ],
    ['FailedStartsAlarm/Properties/Dimensions', 'FailedStartsAlarm does not say which QueueName', undefined],
    ['TickErrorsAlarm', 'TickLambdaFunction: nobody hears of its Errors', undefined],
    ['Table', 'there should be 1 table, there are 0', undefined],
    ['TickSchedule', 'there should be 3 schedules, there are 2', undefined],
    ['HttpApiStage', 'there should be 1 stage of the HTTP API, there are 0', undefined],
    ['Dashboard', 'there should be 1 dashboard, there are 0', undefined],
    ['AnswersSlowAlarm', 'nobody hears of how long Feishu waits for its answer', undefined],
    ['RefusalsAlarm', 'nobody hears of requests with a wrong signature', undefined],
    ['DeadLettersAlarm', 'nobody hears of pushes that were given up', undefined],
    ['OldestPushAlarm', 'nobody hears of the age of the oldest push', undefined],
    ['FailedStartsAlarm', 'nobody hears of starts that failed for good', undefined],
    ['SenderBehindAlarm', 'nobody hears that SenderLambdaFunction is late', undefined],
    ['TickLambdaEvConf', 'TickLambdaFunction loses what it gave up', undefined],
    ['SenderLambdaEvConf/Properties/MaximumRetryAttempts', 'SenderLambdaFunction loses what it gave up', 2],
    [`${policy('TickRole')}/Action`, 'TickRole may not do logs:PutLogEvents to TickLogGroup', []],
    [
      'SenderRole/Properties/Policies',
      'SenderRole may not do dynamodb:GetRecords to Table\nSenderRole may not do dynamodb:GetShardIterator to Table',
      [],
    ],
    ['WorkerRole/Properties/Policies', 'WorkerRole may not do sqs:SendMessage to Failed', []],
    ['CommandsRole/Properties/Policies', 'CommandsRole may not do ssm:GetParameters', []],
    ['WebhookLogGroup/Properties/RetentionInDays', 'WebhookLogGroup is kept for 90 days', 90],
    [
      'WebhookLogGroup/Properties/RetentionInDays',
      'WebhookLogGroup is kept for no set number of days',
      undefined,
    ],
    ['Table/DeletionPolicy', 'Table goes with its stack', 'Delete'],
    ['Table/Properties/DeletionProtectionEnabled', 'Table can be deleted', false],
    ['Table/Properties/BillingMode', 'Table is not on demand', undefined],
    ['Table/Properties/PointInTimeRecoverySpecification', 'Table cannot be put back', undefined],
    ['Table/Properties/SSESpecification', 'Table is not encrypted with a key of the account', undefined],
    ['Table/Properties/TimeToLiveSpecification', 'Table forgets nothing', undefined],
    ['Table/Properties/StreamSpecification', 'Table wakes nobody', undefined],
    [`${mapping}/Properties/FilterCriteria`, `${mapping} has no filter`, undefined],
    [`${mapping}/Properties/BisectBatchOnFunctionError`, `${mapping} does not bisect`, undefined],
    [`${mapping}/Properties/FunctionResponseTypes`, `${mapping} knows no partial failure`, undefined],
    [`${mapping}/Properties/MaximumRetryAttempts`, `${mapping} never tries again, or for ever`, -1],
    [`${mapping}/Properties/DestinationConfig`, `${mapping} loses what it gave up`, undefined],
    ['TickSchedule/Properties/Target/RetryPolicy', 'TickSchedule has no retry policy', undefined],
    ['TickSchedule/Properties/Target/DeadLetterConfig', 'TickSchedule has no dead-letter queue', undefined],
    ['HttpApiStage/Properties/DefaultRouteSettings', 'HttpApiStage takes any number of requests', undefined],
    ['TickSchedule/Properties/Target/DeadLetterConfig/Arn', 'Gone is not there', queue],
    ['TickSchedule/DependsOn', 'Gone is not there', ['Gone']],
    ['AlarmsByMail/Condition', 'the condition Gone is not defined', 'Gone'],
    ['Dashboard/Properties/DashboardBody', 'Gone is not there', { 'Fn::Sub': `\${Gone.Arn}` }],
  ])('%s: %s', (path, problem, value) => {
    expect(ourProblems(changed(path, value)).join('\n')).toContain(problem)
  })

  it('a function that is traced may say so', () => {
    const template = changed('WebhookLambdaFunction/Properties/TracingConfig', { Mode: 'Active' })
    expect(ourProblems(template)).toEqual([])
    Object.assign(template.Resources.WebhookRole?.Properties ?? {}, { Policies: [] })
    expect(ourProblems(template)).toContain('WebhookRole may not do xray:PutTraceSegments')
  })

  it('a queue that anybody may write to is an open door', () => {
    const template = changed('FailedPolicy', {
      Type: 'AWS::SQS::QueuePolicy',
      Properties: {
        PolicyDocument: { Statement: [{ Effect: 'Allow', Action: 'sqs:SendMessage', Principal: '*' }] },
      },
    })
    expect(ourProblems(template)).toEqual([
      'FailedPolicy lets in whoever asks: name the source in a condition',
    ])
  })

  it('a property that CloudFormation does not know is found without asking it', async () => {
    const file = join(made.file, '..', 'broken.json')
    await writeFile(file, JSON.stringify(changed('Failed/Properties/Colour', 'red')))
    expect(awsProblems(file, 'cn-north-1').join('\n')).toContain('Colour')
  }, 120_000)
})
