import type * as z from 'zod'
import { removed, shapeOf } from './components.ts'
import type { Placed } from './placed.ts'
import { type Path, type Problem, problem, root } from './problem.ts'
import { Root } from './shape/root.ts'

const codes = { parse: 200621, removed: 200861, chart: 200550, id: 300301, form: 11310 } as const

export const rootProblem = (card: unknown): Problem | null => firstIssue(Root, card, root, '')

/** The first property of a component that 2.0 does not know or cannot read. */
export function shapeProblem({ component, path }: Placed): Problem | null {
  const { tag } = component
  if (removed.has(tag)) {
    return problem(
      codes.removed,
      'cards of schema V2 no longer support this capability',
      path,
      `unsupported tag ${tag}`,
    )
  }
  const shape = shapeOf(tag)
  if (shape === undefined) return problem(codes.parse, 'parse card json err', path, `unsupported tag ${tag}`)
  return firstIssue(shape, component, path, tag)
}

function firstIssue(shape: z.ZodType, value: unknown, path: Path, tag: string): Problem | null {
  const issue = shape.safeParse(value).error?.issues[0]
  if (issue === undefined) return null
  if (tag === 'chart' && issue.path[0] === 'chart_spec') {
    return problem(codes.chart, 'chart spec is invalid', path, at(value, issue.path))
  }
  if (tag === 'form' && issue.path[0] === 'name') {
    return problem(
      codes.form,
      "form's name is required and can not be empty string",
      path,
      at(value, issue.path),
    )
  }
  const where = [...path, ...issue.path.map((key) => (typeof key === 'number' ? `[${key}]` : String(key)))]
  return problem(codes.parse, 'parse card json err', where, explain(issue, value))
}

function explain(issue: z.core.$ZodIssue, value: unknown): string {
  if (issue.code === 'unrecognized_keys') return `unknown property: ${issue.keys.join(', ')}`
  return `${JSON.stringify(at(value, issue.path)) ?? 'nothing'}: ${issue.message}`
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (held, key) => (typeof held === 'object' && held !== null ? Reflect.get(held, key) : undefined),
    value,
  )
}
