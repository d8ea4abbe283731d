import { Presets, SingleBar } from 'cli-progress'
import type { Month } from '../../shared/domain/month.ts'
import { findUnits } from '../../shared/domain/plan.ts'
import type { UnitPath } from '../../shared/domain/unit.ts'
import type { Anchor, Plan } from '../../shared/ports.ts'
import type { OpenRecord } from '../../shared/runtime.ts'
import { type Break, verifyAudit } from '../../shared/usecases/verify-audit.ts'
import { CannotDo } from './declare.ts'
import { sentenceOf } from './sentences.ts'

/** What came of a programme's verifying. */
export type Result = {
  programme: string
  months: readonly string[]
  townships: number
  entries: number
  /** Days that were kept outside the table; 0 where nothing was compared with. */
  anchoredDays: number
  /** Firms on the record, and the entries of their chain. */
  registry: { firms: number; entries: number }
  breaks: readonly Break[]
}

type Options = { programme?: string | undefined; month?: Month | undefined; township?: string | undefined }
type Telling = { options: Options; say: (line: string) => void }

/** Verifies one programme, or all; every break is said as soon as it is found. */
export const verify = async (record: OpenRecord, { options, say }: Telling): Promise<Result[]> => {
  const { store } = record
  const ids = options.programme ? [options.programme] : await store.programmes()
  if (ids.length === 0) throw new CannotDo('这张表里没有方案。')
  const results: Result[] = []
  for (const id of ids) {
    const plan = await store.plan(id)
    if (plan === undefined) throw new CannotDo(`这张表里没有方案 ${id}。`)
    results.push(await verifyPlan(record, plan, { options, say }))
  }
  return results
}

const verifyPlan = async (
  { store, seal, readAnchors }: OpenRecord,
  plan: Plan,
  { options, say }: Telling,
): Promise<Result> => {
  const unit = options.township === undefined ? undefined : unitOf(plan, options.township)
  const scope = { ...(options.month && { month: options.month }), ...(unit && { unit }) }
  let edited = 0
  async function* anchors(): AsyncGenerator<Anchor> {
    for await (const read of readAnchors()) {
      if (read.is === 'kept') yield read.anchor
      else say(`锚点文件第 ${read.line} 行被改过或不完整。`)
      edited += read.is === 'edited' ? 1 : 0
    }
  }
  const verifying = await verifyAudit({ store, seal, plan, scope, anchors: anchors() })
  const breaks: Break[] = []
  const note = (found: readonly Break[]) => {
    breaks.push(...found)
    for (const one of found) say(sentenceOf(plan.units, one))
  }
  const bar = new SingleBar(
    { format: '{month} {bar} {value}/{total} 个乡镇月', stream: process.stderr, hideCursor: null },
    Presets.shades_classic,
  )
  bar.start(verifying.townships, 0, { month: '' })
  let entries = 0
  try {
    for await (const verified of verifying.chains()) {
      entries += verified.entries
      note(verified.breaks)
      bar.increment(1, { month: verified.of.month })
    }
  } finally {
    bar.stop()
  }
  note(await verifying.monthBreaks())
  const registry = await verifying.registry()
  note(registry.breaks)
  const { months, townships, anchoredDays } = verifying
  const unread: Break[] = Array.from({ length: edited }, () => ({ is: 'anchor-edited' }))
  return {
    programme: plan.programme.id,
    months,
    townships,
    entries,
    anchoredDays,
    registry: { firms: registry.firms, entries: registry.entries },
    breaks: [...breaks, ...unread],
  }
}

const unitOf = ({ units }: Plan, text: string): UnitPath => {
  const found = units.find(({ path }) => path === text)
    ? [text]
    : findUnits(units, text).map(({ path }) => path)
  const [path, ...others] = units.filter((unit) => found.includes(unit.path)).map((unit) => unit.path)
  if (path === undefined) throw new CannotDo(`没有找到“${text}”。请写地区名或路径。`)
  if (others.length > 0)
    throw new CannotDo(`有几个地区对得上“${text}”：${[path, ...others].join('、')}。请写路径。`)
  return path
}
