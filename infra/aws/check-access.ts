import { type Check, inside, isObject, listed, ofType, target, textsIn } from './template.ts'

/** X-Ray has no resources of its own: IAM takes nothing but a star for these two. */
const withoutResource = ['xray:PutTraceSegments', 'xray:PutTelemetryRecords']

/** Every statement of a policy document, those behind a condition included. */
export const statements = (policy: unknown) =>
  [...inside(policy)].filter(isObject).filter((one) => 'Effect' in one && one.Effect === 'Allow')

/** No role may do everything of something, or something to everything. */
export const stars: Check = (template) =>
  ofType(template, 'AWS::IAM::Role').flatMap(([name, properties]) =>
    statements(properties).flatMap((statement) => {
      const actions = textsIn(statement.Action)
      const free = actions.length > 0 && actions.every((action) => withoutResource.includes(action))
      return [
        ...actions.filter((action) => action.includes('*')).map((action) => `${name} may do ${action}`),
        ...(free ? [] : textsIn(statement.Resource))
          .filter((resource) => resource.includes('*'))
          .map((resource) => `${name} may do ${actions.join(', ')} to ${resource}`),
        ...['NotAction', 'NotResource', 'NotPrincipal']
          .filter((not) => not in statement)
          .map((not) => `${name} has a ${not}, which allows all the rest`),
      ]
    }),
  )

/** A function has a role, and no other function has the same. */
export const ownRoles: Check = (template) => {
  const functions = ofType(template, 'AWS::Lambda::Function').map(([name, { Role }]) => ({
    name,
    role: target(Role),
  }))
  return functions.flatMap(({ name, role }) => {
    if (role === undefined) return [`${name} has no role of this template`]
    const others = functions.filter((other) => other.role === role && other.name !== name)
    return others.map((other) => `${name} shares ${role} with ${other.name}`)
  })
}

/** China's regions are a partition of their own: an ARN that says `aws` means nothing there. */
export const partitions: Check = (template) =>
  textsIn(template)
    .filter((text) => /\barn:aws[\w-]*:/.test(text))
    .map((text) => `${text} is of one partition only: write \${AWS::Partition}`)

const SECRET = /SECRET$|TOKEN$|KEY$|PASSWORD$|APP_ID$/

/** Whoever may read a function's configuration must not read a secret there. */
export const secrets: Check = (template) =>
  ofType(template, 'AWS::Lambda::Function').flatMap(([name, { Environment }]) => {
    const variables = isObject(Environment) ? Environment.Variables : {}
    return Object.keys(isObject(variables) ? variables : {})
      .filter((variable) => SECRET.test(variable))
      .map((variable) => `${name} has ${variable} in its environment: keep it in the Parameter Store`)
  })

/** What CloudFormation itself may be asked by: an open door of a queue or a topic needs a condition. */
export const openDoors: Check = (template) =>
  ['AWS::SQS::QueuePolicy', 'AWS::SNS::TopicPolicy'].flatMap((type) =>
    ofType(template, type).flatMap(([name, { PolicyDocument }]) =>
      statements(PolicyDocument)
        .filter(({ Condition, Principal }) => Condition === undefined || listed(Principal).includes('*'))
        .map(() => `${name} lets in whoever asks: name the source in a condition`),
    ),
  )
