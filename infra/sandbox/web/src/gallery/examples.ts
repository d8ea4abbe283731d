import { buttonExamples } from './examples/buttons.ts'
import { cardExamples } from './examples/card.ts'
import { chartExamples } from './examples/charts.ts'
import { containerExamples } from './examples/containers.ts'
import { tableExamples } from './examples/data.ts'
import { displayExamples } from './examples/display.ts'
import type { Example } from './examples/example.ts'
import { inputExamples } from './examples/inputs.ts'
import { markdownExamples } from './examples/markdown.ts'

const all: Example[] = [
  ...cardExamples,
  ...markdownExamples,
  ...displayExamples,
  ...containerExamples,
  ...buttonExamples,
  ...inputExamples,
  ...tableExamples,
  ...chartExamples,
]

/** The examples by what they are about, in the order in which they are shown. */
export const examples: ReadonlyMap<string, readonly Example[]> = grouped()

function grouped(): Map<string, Example[]> {
  const groups = new Map<string, Example[]>()
  for (const example of all) groups.set(example.tag, [...(groups.get(example.tag) ?? []), example])
  return groups
}
