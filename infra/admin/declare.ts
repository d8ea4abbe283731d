import * as z from 'zod'

/** Where a command writes: sentences for people, and one value for `--json`. */
export type Out = {
  /** A line for people; beside the JSON on standard error. */
  say: (line: string) => void
  /** The whole result, one line of JSON, where it was asked for. */
  result: (value: unknown) => void
}

type Asked<A, O> = { args: A; options: O; out: Out }
/** 0: all is well. 1: something is not. What throws ends with 2: it could not be done, or could not be told. */
export type Code = 0 | 1

/** One command. Arguments and options are zod shapes whose `meta` says what they are. */
export type Command = {
  name: string
  summary: string
  about: string
  args: z.ZodObject
  options: z.ZodObject
  run: (asked: Asked<Record<string, unknown>, Record<string, unknown>>) => Promise<Code>
}

type Declared<A extends z.ZodObject, O extends z.ZodObject> = {
  name: string
  summary: string
  about?: string
  args?: A
  options?: O
  run: (asked: Asked<z.output<A>, z.output<O>>) => Promise<Code>
}

const none = z.object({})

export const defineCommand = <A extends z.ZodObject = typeof none, O extends z.ZodObject = typeof none>({
  name,
  summary,
  about = '',
  args,
  options,
  run,
}: Declared<A, O>): Command => {
  const [argShape, optionShape] = [args ?? none, options ?? none]
  return {
    ...{ name, summary, about, args: argShape, options: optionShape },
    run: ({ out, ...asked }) =>
      // Both were read by these very shapes.
      run({
        args: argShape.parse(asked.args) as z.output<A>,
        options: optionShape.parse(asked.options) as z.output<O>,
        out,
      }),
  }
}

/** What cannot be done, in a sentence that says what to do instead. */
export class CannotDo extends Error {}

/** An option with a value: `--month 2023-03`. */
export const given = <S extends z.ZodType>(schema: S, sample: string, say: string) =>
  schema.meta({ sample, say })

/** An option without one: `--local`. */
export const flag = (say: string) => z.boolean().default(false).meta({ say })

const Meta = z.object({ sample: z.string().optional(), say: z.string().default('') })

/** Names of a shape in order, with how they are written and what they say. */
export const written = (
  shape: z.ZodObject,
): { name: string; sample?: string | undefined; say: string; optional: boolean }[] =>
  Object.entries(shape.shape).map(([name, schema]) => ({
    name,
    ...Meta.parse(z.globalRegistry.get(schema) ?? {}),
    optional: z.safeParse(schema, undefined).success,
  }))
