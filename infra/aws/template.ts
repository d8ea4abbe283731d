import * as z from 'zod'

const Resource = z.object({
  Type: z.string(),
  Condition: z.string().optional(),
  DependsOn: z.union([z.string(), z.array(z.string())]).optional(),
  DeletionPolicy: z.string().optional(),
  Properties: z.record(z.string(), z.unknown()).default({}),
})

/** A CloudFormation template, as far as the checks look into it. */
export const Template = z.object({
  Parameters: z.record(z.string(), z.unknown()).default({}),
  Conditions: z.record(z.string(), z.unknown()).default({}),
  Resources: z.record(z.string(), Resource),
  Outputs: z.record(z.string(), z.unknown()).default({}),
})
export type Template = z.infer<typeof Template>
export type Resource = z.infer<typeof Resource>

/** What is wrong, one sentence each; nothing when the template holds the rule. */
export type Check = (template: Template) => string[]

export const ofType = ({ Resources }: Template, type: string): [string, Resource['Properties']][] =>
  Object.entries(Resources).flatMap(([name, { Type, Properties }]) =>
    Type === type ? [[name, Properties]] : [],
  )

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Every value inside another, itself first. */
export function* inside(value: unknown): Generator<unknown> {
  yield value
  if (Array.isArray(value)) for (const one of value) yield* inside(one)
  else if (isObject(value)) for (const one of Object.values(value)) yield* inside(one)
}

export const textsIn = (value: unknown): string[] =>
  [...inside(value)].filter((one) => typeof one === 'string')

/** One or many, as CloudFormation takes both. */
export const listed = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value]

/** The logical name that a `Ref` or `Fn::GetAtt` means. */
export const target = (value: unknown): string | undefined => {
  if (!isObject(value)) return
  const [named] = listed(value.Ref ?? value['Fn::GetAtt'])
  return typeof named === 'string' ? named.split('.')[0] : undefined
}
