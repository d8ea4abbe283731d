/** One thing that is wrong with a card: where it is, and Feishu's number for it. */
export type Problem = { code: number; message: string; path: string; value: string }

/** The way from the root to a part of a card, as Feishu writes it. */
export type Path = readonly string[]

export const root: Path = ['ROOT']

export const item = (index: number, tag: string) => `[${index}](tag: ${tag})`

export const problem = (code: number, message: string, path: Path, value: unknown): Problem => ({
  code,
  message,
  path: path.join(' -> '),
  value: typeof value === 'string' ? value : (JSON.stringify(value) ?? 'undefined'),
})

export const sentence = ({ code, message, path, value }: Problem) =>
  `ErrCode: ${code}; ErrMsg: ${message}; ErrPath: ${path}; ErrorValue: ${value.slice(0, 200)}`
