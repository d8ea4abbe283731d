import * as fc from 'fast-check'

/** Who may do it is not asked here: everybody tries everything, those whose business it is most often. */
const who = fc.constantFrom(
  ...(['zhang', 'wang', 'li', 'head', 'tongzhou', 'rugao', 'both', 'leader', 'mayor'] as const),
  ...(['city', 'auditor', 'administrator', 'stranger'] as const),
)
const officer = fc.constantFrom('zhang' as const, 'zhang' as const, 'wang' as const, 'head' as const)
const filer = fc.oneof({ weight: 4, arbitrary: officer }, { weight: 1, arbitrary: who })
const reviewer = fc.oneof(
  { weight: 4, arbitrary: fc.constant('both' as const) },
  { weight: 1, arbitrary: who },
)
const township = fc.constantFrom(0, 0, 0, 0, 0, 1, 1, 3)
const firm = fc.constantFrom(0, 1)
/** Drawn just now, some turns ago, or before anything had happened. */
const card = fc.constantFrom('fresh', 'fresh', 'fresh', 'older', 'oldest')
const typed = fc.constantFrom(
  ...['150', '150', '12.5', '0', '-3', '1,234.50', '１５０', '一百五', '1e5', ' ', '', '', '0.0001'],
)
const row = fc.record({
  sales: typed,
  tax: typed,
  power: typed,
  staff: fc.constantFrom('45', '45', '0', '-1', '', '4.5'),
})
const clean = fc.integer({ min: 1, max: 9 }).map((size) => ({
  sales: `${size}0.5`,
  ...{ tax: `${size}`, power: '3.1', staff: '45' },
}))
const words = fc.constantFrom('', '核实无误', '四月签了两家新客户，开始供货')
const place = { who: filer, township }

const file = fc.record({
  do: fc.constant('file' as const),
  ...place,
  card,
  rows: fc.array(fc.oneof({ weight: 4, arbitrary: clean }, { weight: 1, arbitrary: row }), {
    minLength: 1,
    maxLength: 2,
  }),
  words,
})
const halt = fc.record({
  do: fc.constant('halt' as const),
  ...place,
  ...{ firm, card },
  condition: fc.constantFrom('suspended', 'moved', 'normal'),
  reason: fc.constantFrom('', '五月停产检修'),
})
const review = fc.record({
  do: fc.constantFrom('accept' as const, 'accept-one' as const, 'return' as const),
  ...{ who: reviewer, township, firm, card },
  reason: fc.constantFrom('与部门数据差异较大', '请核对', ''),
})
const difficulty = fc.record({ do: fc.constant('difficulty' as const), ...place })
const staff = fc.oneof(fc.constant('city' as const), who)
const decide = fc.oneof(
  fc.record({ do: fc.constant('open' as const), who: staff }),
  fc.record({ do: fc.constant('publish' as const), who: staff }),
  fc.record({ do: fc.constant('hold' as const), who: staff }),
)
const press = fc.oneof(
  { weight: 8, arbitrary: file },
  { weight: 2, arbitrary: halt },
  { weight: 4, arbitrary: review },
  { weight: 2, arbitrary: difficulty },
  { weight: 1, arbitrary: decide },
)
const wait = fc.record({ do: fc.constant('wait' as const), hours: fc.constantFrom(5, 24, 48, 72) })
/** How a tick goes: alone, twice at once, or in a process that is killed after so many writes. */
const tick = fc.record({
  do: fc.constant('tick' as const),
  how: fc.oneof(
    fc.constant('alone' as const),
    fc.constant('twice' as const),
    fc.integer({ min: 0, max: 20 }),
  ),
})

/** One thing that happens. `again`: a press that was made before, under its own id or a new one. */
const step = fc.oneof(
  { weight: 12, arbitrary: press },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('at-once' as const), presses: fc.tuple(press, press) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('again' as const),
      back: fc.constantFrom(0, 0, 0, 1, 2, 5),
      anew: fc.boolean(),
    }),
  },
  { weight: 3, arbitrary: wait },
  { weight: 4, arbitrary: tick },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('listen' as const) }) },
)

export type Press = typeof press extends fc.Arbitrary<infer P> ? P : never
export type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

/** A month as a sequence of things that happen, most of it between the opening and the close. */
export const anyMonth = fc.array(step, { minLength: 40, maxLength: 60, size: 'max' })
