import type { StoreClient } from '../../../shared/store/client.ts'

/** What one call to DynamoDB took, as DynamoDB itself says. */
export type Call = { command: string; units: number }

/** `before`: the call never leaves. `after`: it is carried out and its answer is lost. */
export type Fault = { on: string; when: 'before' | 'after'; error: () => Error; times?: number }

type Answer = { output: { ConsumedCapacity?: unknown } }

/** Listens on a client's own middleware, counts its calls and lets those fail that a test names. */
export const listen = (client: StoreClient) => {
  const calls: Call[] = []
  const faults: Required<Fault>[] = []
  const take = (command: string, when: Fault['when']): Error | undefined => {
    const fault = faults.find((one) => one.on === command && one.when === when && one.times > 0)
    if (fault === undefined) return undefined
    fault.times--
    return fault.error()
  }
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const command = String(context.commandName).replace(/Command$/, '')
      const early = take(command, 'before')
      if (early) throw early
      Object.assign(args.input, { ReturnConsumedCapacity: 'TOTAL' })
      const answer = await next(args)
      calls.push({ command, units: unitsOf(answer as Answer) })
      const late = take(command, 'after')
      if (late) throw late
      return answer
    },
    { step: 'initialize' },
  )
  return {
    calls,
    fail: (fault: Fault) => faults.push({ times: 1, ...fault }),
    /** The calls that `work` makes. */
    async during<T>(work: () => Promise<T>): Promise<{ result: T; calls: Call[] }> {
      const from = calls.length
      const result = await work()
      return { result, calls: calls.slice(from) }
    },
  }
}

const unitsOf = ({ output: { ConsumedCapacity: said } }: Answer): number =>
  [said].flat().reduce<number>((sum, one) => {
    const units = typeof one === 'object' && one !== null && 'CapacityUnits' in one ? one.CapacityUnits : 0
    return sum + Number(units)
  }, 0)
