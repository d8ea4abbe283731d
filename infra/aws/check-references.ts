import { type Check, inside, isObject, listed, type Template } from './template.ts'

/** What CloudFormation knows by itself. */
const pseudo = [
  'AccountId',
  'NotificationARNs',
  'NoValue',
  'Partition',
  'Region',
  'StackId',
  'StackName',
  'URLSuffix',
]

/** Every name that something in the template stands on is there. */
export const references: Check = (template) => {
  const { Parameters, Resources } = template
  const there = new Set([
    ...pseudo.map((name) => `AWS::${name}`),
    ...Object.keys(Parameters),
    ...Object.keys(Resources),
  ])
  return [...named(template)].filter((name) => !there.has(name)).map((name) => `${name} is not there`)
}

function* named({ Resources, Outputs, Conditions }: Template): Generator<string> {
  for (const { DependsOn } of Object.values(Resources))
    for (const name of listed(DependsOn)) yield String(name)
  for (const value of inside([Resources, Outputs, Conditions])) {
    if (!isObject(value)) continue
    if ('Ref' in value) yield String(value.Ref)
    for (const [name] of [listed(value['Fn::GetAtt'])]) if (name) yield String(name).split('.')[0] ?? ''
    if ('Fn::Sub' in value) yield* substituted(value['Fn::Sub'])
  }
}

/** `${Name}` and `${Name.Attribute}`; what a second argument defines is there, and `${!…}` is a text. */
const substituted = (sub: unknown): string[] => {
  const [text, own] = listed(sub)
  return [...String(text).matchAll(/\$\{([^!}][^}]*)\}/g)]
    .map(([, name = '']) => name.split('.')[0] ?? '')
    .filter((name) => !(isObject(own) && name in own))
}

/** Every condition that is asked for is defined. */
export const conditions: Check = ({ Conditions, Resources }) => {
  const asked = [
    ...Object.values(Resources).flatMap(({ Condition }) => listed(Condition)),
    ...[...inside(Resources)].flatMap((value) =>
      isObject(value) && 'Fn::If' in value ? listed(value['Fn::If']).slice(0, 1) : [],
    ),
  ]
  return asked
    .filter((name) => !Object.hasOwn(Conditions, String(name)))
    .map((name) => `the condition ${name} is not defined`)
}
