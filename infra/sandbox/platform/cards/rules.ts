import { cards } from '../limits.ts'
import { banned, nests, shapeOf } from './components.ts'
import { countTags, type Placed } from './placed.ts'
import { type Problem, problem, root } from './problem.ts'
import * as data from './shape/data.ts'
import { needsName } from './usable.ts'

type Rule = (all: readonly Placed[], card: unknown) => Problem | null

const codes = {
  limit: 11310,
  parse: 200621,
  noName: 200530,
  noSubmit: 300123,
  id: 300301,
  row: 200914,
  cell: 200915,
}
const elements = [...root, 'body', 'elements']

const placement: Rule = (all) => {
  for (const { component, path, around } of all) {
    const parent = around.at(-1)?.component.tag ?? 'root'
    const misplaced =
      parent === 'column_set' ? component.tag !== 'column' : banned[parent]?.includes(component.tag) === true
    // Official texts differ on charts in forms; the stricter one holds here.
    const chartInForm = component.tag === 'chart' && around.some((one) => one.component.tag === 'form')
    if ((misplaced || chartInForm) && shapeOf(component.tag)) {
      return problem(
        codes.parse,
        `type of element is not supported tag: ${component.tag}`,
        path,
        `not allowed in ${chartInForm ? 'form' : parent}`,
      )
    }
  }
  return null
}

const tags: Rule = (_, card) => {
  const count = countTags(card)
  return count > cards.tags
    ? problem(codes.limit, 'element exceeds the limit', elements, `${count} of at most ${cards.tags}`)
    : null
}

const tableLine = /^ *\|?( *:?-+:? *\|)+( *:?-+:? *)?$/gm

const tables: Rule = (all) => {
  const count = all.reduce((sum, { component: { tag, content } }) => {
    const inText =
      tag === 'markdown' && typeof content === 'string' ? (content.match(tableLine)?.length ?? 0) : 0
    return sum + (tag === 'table' ? 1 : inText)
  }, 0)
  return count > cards.tables ? problem(codes.limit, 'card table number over limit', elements, 'table') : null
}

const nesting: Rule = (all) => {
  const deep = all.find(
    ({ component, around }) =>
      nests.has(component.tag) &&
      around.filter((one) => nests.has(one.component.tag)).length >= cards.nesting,
  )
  return deep
    ? problem(codes.parse, 'container nesting exceeds the limit', deep.path, deep.component.tag)
    : null
}

const submits = ({ form_action_type, action_type }: Placed['component']) =>
  form_action_type === 'submit' || action_type === 'form_submit'

const submit: Rule = (all) => {
  for (const form of all.filter((one) => one.component.tag === 'form')) {
    const buttons = all.filter((one) => one.component.tag === 'button' && one.around.includes(form))
    if (buttons.some((one) => submits(one.component))) continue
    const message = 'there is no submit button in the form container, at least one'
    return problem(codes.noSubmit, message, form.path, form.component.name)
  }
  const stray = all.find(
    ({ component, around }) =>
      component.form_action_type !== undefined && !around.some((one) => one.component.tag === 'form'),
  )
  return stray
    ? problem(codes.parse, 'form_action_type is only for a form', stray.path, stray.component.name)
    : null
}

const names: Rule = (all) => {
  const seen = new Set<unknown>()
  for (const { component, path, around } of all) {
    const { tag, name } = component
    const inForm = around.some((one) => one.component.tag === 'form')
    if (inForm && needsName(tag) && name === undefined) {
      return problem(codes.noName, 'the name of a component in a form is required', path, name)
    }
    if (name === undefined || !(inForm || tag === 'form')) continue
    if (seen.has(name))
      return problem(codes.limit, 'the name of a component is not unique in the card', path, name)
    seen.add(name)
  }
  return null
}

const ids: Rule = (all) => {
  const seen = new Set<unknown>()
  for (const { component, path } of all) {
    const { element_id: id } = component
    if (id === undefined) continue
    const bad = typeof id !== 'string' || !cards.elementId.test(id)
    if (bad)
      return problem(codes.id, 'element_id must begin with a letter and have at most 20 characters', path, id)
    if (seen.has(id)) return problem(codes.id, 'element_id is not unique', path, id)
    seen.add(id)
  }
  return null
}

const cells: Rule = (all) => {
  for (const { component, path } of all) {
    const table = data.table.safeParse(component)
    if (!table.success) continue
    const types = new Map(table.data.columns.map((column) => [column.name, column.data_type ?? 'text']))
    for (const [index, row] of table.data.rows.entries()) {
      for (const [name, value] of Object.entries(row)) {
        const where = [...path, 'rows', `[${index}]`, name]
        const type = types.get(name)
        if (type === undefined) return problem(codes.row, 'the row has a key that is no column', where, name)
        if (value === null || data.cellOf[type].safeParse(value).success) continue
        return problem(codes.cell, `the value does not fit the data_type ${type}`, where, value)
      }
    }
  }
  return null
}

/** What no single component can break alone, in the order in which it is looked at. */
export const rules: readonly Rule[] = [placement, submit, names, ids, tables, cells, nesting, tags]
