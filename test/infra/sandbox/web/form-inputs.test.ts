import { expect, it } from 'vitest'
import { Draft } from '../../../../infra/sandbox/web/src/card/form-draft.ts'
import { formValue, inputsIn, missingIn } from '../../../../infra/sandbox/web/src/card/form-inputs.ts'

const elements = [
  { tag: 'input', name: 'sales', required: true },
  { tag: 'input', name: 'tax', default_value: '4.2' },
  { tag: 'input', name: 'imported', default_value: '9', disabled: true },
  {
    tag: 'column_set',
    columns: [
      {
        tag: 'column',
        elements: [
          {
            tag: 'select_static',
            name: 'reason',
            initial_index: 2,
            options: [{ value: 'a' }, { value: 'b' }],
          },
          { tag: 'select_static', name: 'source', options: [{ value: 'a' }] },
        ],
      },
    ],
  },
  { tag: 'date_picker', name: 'day', initial_date: '2023-04-19' },
  { tag: 'multi_select_person', name: 'people', required: true },
  { tag: 'checker', name: 'agreed', required: true },
  { tag: 'button', name: 'go', behaviors: [{ type: 'callback', value: { tag: 'input', name: 'not_one' } }] },
]
const inputs = () => inputsIn(elements, 'body.elements[0].elements')

it('finds every input of a form by its path, and nothing in what a button carries', () => {
  expect(inputs().map(({ input, path }) => `${input.name} ${path.replace('body.elements[0].', '')}`)).toEqual(
    [
      'sales elements[0]',
      'tax elements[1]',
      'imported elements[2]',
      'reason elements[3].columns[0].elements[0]',
      'source elements[3].columns[0].elements[1]',
      'day elements[4]',
      'people elements[5]',
      'agreed elements[6]',
    ],
  )
})

it('sends what stands there untouched, and nothing for a choice not made or an input that is disabled', () => {
  expect(formValue(inputs(), new Draft())).toEqual({
    sales: '',
    tax: '4.2',
    reason: 'b',
    day: '2023-04-19 +0800',
    agreed: false,
  })
})

it('sends what was typed over it, an emptied input as empty', () => {
  const draft = new Draft()
  draft.type('body.elements[0].elements[0]', '152.30')
  draft.type('body.elements[0].elements[1]', '')
  draft.type('body.elements[0].elements[4]', '')
  expect(formValue(inputs(), draft)).toMatchObject({ sales: '152.30', tax: '', day: '' })
})

it('misses what is required and empty, until it is filled in', () => {
  const draft = new Draft()
  const missing = () => missingIn(inputs(), draft).map(({ input }) => input.name)
  expect(missing()).toEqual(['sales', 'people'])
  draft.type('body.elements[0].elements[0]', '0')
  draft.type('body.elements[0].elements[5]', ['ou_a'])
  expect(missing()).toEqual([])
})

it('tells whoever draws an input that it was typed into, and forgets what was wrong with it', () => {
  const draft = new Draft()
  draft.problems.set('a', '请填写')
  const seen: unknown[] = []
  draft.subscribe(() => seen.push([draft.typed.get('a'), draft.problems.get('a')]))
  draft.type('a', '1')
  expect(seen).toEqual([['1', undefined]])
})
