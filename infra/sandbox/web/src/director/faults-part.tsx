import { Button, Switch } from '@douyinfe/semi-ui-19'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../sandbox/ask.ts'
import type { Fault } from '../sandbox/wire.ts'
import { useWords } from '../words/words.ts'
import { useDoing } from './doing.ts'
import { FoldedPart } from './part.tsx'

type Kind = Fault['kind']
type Faults = { faults: Fault[] }

const key = ['faults']
const chances = [0.1, 0.3, 0.5, 1]
const kinds: readonly Kind[] = [
  ...(['rate-limit', 'server-error', 'timeout', 'commit-then-timeout', 'token-expired'] as const),
  ...(['duplicate', 'reorder', 'lost-ack', 'reencode'] as const),
]

/** What goes wrong between Feishu and the bot, switched on and off. */
export function FaultsPart() {
  const words = useWords().director.faults
  return (
    <FoldedPart title={words.label}>
      <Switches />
    </FoldedPart>
  )
}

function Switches() {
  const words = useWords().director.faults
  const { faults } = useQuery({ queryKey: key, queryFn: () => ask<Faults>('GET', '/faults') }).data ?? {
    faults: [],
  }
  const [chance, setChance] = useState<number>()
  const probability = chance ?? faults[0]?.probability ?? 0.3
  /** The sandbox forgets faults only all at once, so those that stay are set again. */
  const set = useDoing(
    async (wanted: readonly Pick<Fault, 'kind' | 'probability' | 'api' | 'count' | 'seed'>[], queries) => {
      await ask('DELETE', '/faults')
      const given = wanted.map(({ kind, probability, api, count, seed }) => ({
        kind,
        probability,
        api,
        count,
        seed,
      }))
      queries.setQueryData(key, await ask('POST', '/faults', given))
    },
  )
  const own = (kind: Kind, likely: number) => ({ kind, probability: likely, api: '', count: null, seed: 1 })
  const turn = (kind: Kind, on: boolean) =>
    set.mutate([...faults.filter((one) => one.kind !== kind), ...(on ? [own(kind, probability)] : [])])
  return (
    <>
      <p className="hint">{words.hint}</p>
      <label className="line">
        <span>{words.probability}</span>
        <select
          value={probability}
          onChange={(event) => {
            const likely = Number(event.target.value)
            setChance(likely)
            if (faults.length > 0) set.mutate(faults.map((one) => ({ ...one, probability: likely })))
          }}
        >
          {[...new Set([...chances, probability])].map((one) => (
            <option key={one} value={one}>
              {Math.round(one * 100)}%
            </option>
          ))}
        </select>
      </label>
      <ul className="switches">
        {kinds.map((kind) => {
          const on = faults.filter((one) => one.kind === kind)
          const fired = on.reduce((sum, one) => sum + one.fired, 0)
          return (
            <li key={kind} className="line">
              <span>
                {words.kinds[kind]}
                {fired > 0 && <small> {words.fired(fired)}</small>}
              </span>
              <Switch
                size="small"
                aria-label={words.kinds[kind]}
                checked={on.length > 0}
                disabled={set.isPending}
                onChange={(wanted) => turn(kind, wanted)}
              />
            </li>
          )
        })}
      </ul>
      {faults.length > 0 && (
        <Button theme="borderless" disabled={set.isPending} onClick={() => set.mutate([])}>
          {words.none}
        </Button>
      )}
    </>
  )
}
