import { budget } from './budget.ts'
import { bytesOf, countTags } from './measure.ts'
import { type Card, type RootPart, Shape } from './shape.ts'

/** What is wrong with a card, in one sentence for whoever wrote it, or undefined when Feishu will take it. */
export const checkCard = (card: unknown): string | undefined => {
  const read = Shape.safeParse(card)
  if (!read.success) return read.error.issues.map(({ path, message }) => `${placeOf(path)}: ${message}`)[0]
  const all = placedIn(read.data.body.elements, 'body.elements')
  for (const rule of rules) {
    const broken = rule(all, read.data)
    if (broken) return broken
  }
  return undefined
}

const placeOf = (path: readonly PropertyKey[]): string =>
  path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .slice(1) || 'card'

type Placed = { part: RootPart; at: string; form: string | undefined }
type Rule = (all: readonly Placed[], card: Card) => string | undefined

/** Every part with its path and the path of the form around it. */
const placedIn = (parts: readonly RootPart[], path: string, form?: string): Placed[] =>
  parts.flatMap((part, index) => {
    const at = `${path}[${index}]`
    return [{ part, at, form }, ...within(part, at, form)]
  })

const within = (part: RootPart, at: string, form: string | undefined): Placed[] => {
  switch (part.tag) {
    case 'form':
      return placedIn(part.elements, `${at}.elements`, at)
    case 'collapsible_panel':
      return placedIn(part.elements, `${at}.elements`, form)
    case 'column_set':
      return part.columns.flatMap(({ elements }, index) =>
        placedIn(elements, `${at}.columns[${index}].elements`, form),
      )
    default:
      return []
  }
}

const over = (what: string, count: number, { most, because }: { most: number; because: string }) =>
  count > most ? `body: ${count} ${what}, at most ${most}: ${because}` : undefined

const isSubmit = (part: RootPart) => part.tag === 'button' && part.form_action_type === 'submit'

const hasSubmit: Rule = (all) => {
  const submitted = new Set(all.filter(({ part }) => isSubmit(part)).map(({ form }) => form))
  const silent = all.find(({ part, at }) => part.tag === 'form' && !submitted.has(at))
  return silent && `${silent.at}: a form needs a submit button, or nothing typed ever comes back`
}

const typedInForm: Rule = (all) => {
  const stray = all.find(({ part, form }) => form === undefined && (isSubmit(part) || takesTyping(part)))
  return stray && `${stray.at}: ${stray.part.tag} belongs into a form, where its value is sent with the rest`
}

const TYPED: readonly RootPart['tag'][] = ['input', 'select_static', 'multi_select_static', 'date_picker']
const takesTyping = ({ tag }: RootPart) => TYPED.includes(tag)

const named: Rule = (all) => {
  const seen = new Set<string>()
  for (const { part, at, form } of all) {
    if (form === undefined && part.tag !== 'form') continue
    const name = 'name' in part ? part.name : undefined
    if (part.tag === 'button' && name === undefined) return `${at}: a button in a form needs a name`
    if (name === undefined) continue
    if (seen.has(name)) return `${at}: the name ${name} is taken; in a form each name is the card's only one`
    seen.add(name)
  }
  return undefined
}

const identified: Rule = (all) => {
  const seen = new Set<string>()
  for (const { part, at } of all) {
    const id = part.element_id
    if (id === undefined) continue
    if (seen.has(id)) return `${at}: the element_id ${id} is taken`
    seen.add(id)
  }
  return undefined
}

/** The line under a markdown table's head. */
const ruled = /^ *\|?( *:?-+:? *\|)+( *:?-+:? *)?$/gm

const tablesIn = ({ part }: Placed): number => {
  if (part.tag === 'table') return 1
  return part.tag === 'markdown' ? (part.content.match(ruled)?.length ?? 0) : 0
}

/** What no part can break alone. */
const rules: readonly Rule[] = [
  hasSubmit,
  typedInForm,
  named,
  identified,
  (all) =>
    over(
      'tables',
      all.reduce((sum, one) => sum + tablesIn(one), 0),
      budget.tables,
    ),
  (all) => over('charts', all.filter(({ part }) => part.tag === 'chart').length, budget.charts),
  (_, card) => over('elements', countTags(card), budget.tags),
  (_, card) => over('bytes', bytesOf(card), budget.bytes),
]
