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

export const rounded = (value: number, digits = 2): number => Number(value.toFixed(digits))
