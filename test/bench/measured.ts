/** One number of the benchmark, or several by size. */
export type Measured = {
  key: string
  value: number | Readonly<Record<string, number>>
  /** Where the worst was found, or what was done. */
  note?: string
}

/** One measured part of the house; `say` tells whoever watches what is being done now. */
export type Part = { name: string; measure: (say: (now: string) => void) => Promise<Measured[]> }

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  return ((sorted[Math.floor(middle)] ?? Number.NaN) + (sorted[Math.ceil(middle) - 1] ?? Number.NaN)) / 2
}

/** A quarter of the values are below it. What else a busy machine does only ever adds to a time, so this is the steadier. */
export const lowerQuartile = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 4)] ?? Number.NaN

export const rounded = (value: number, digits = 2): number => Number(value.toFixed(digits))
