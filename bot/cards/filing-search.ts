import { filingFind as words } from '../words/filing-find.ts'
import type { FilingState, FilingToken } from './filing-state.ts'
import { form, input, type Part, press, type RootPart, row, submit } from './kit.ts'

/** Beneath a page, in its form: what was typed above is taken in first. */
export const searchParts = ({ list }: Pick<FilingState, 'list'>, token: FilingToken): Part[] => [
  searchInput(0),
  row([
    submit(words.find, token('find')),
    submit(words.lookAt, token('find-detail')),
    list === 'missing'
      ? submit(words.all, token('view', { list: 'all', filed: undefined }), { name: 'list' })
      : submit(words.onlyMissing, token('view', { list: 'missing', filed: undefined }), { name: 'list' }),
  ]),
]

/** On the first card of the month, for a township whose firms fill more than a page. */
export const searchForm = (index: number, token: FilingToken): RootPart =>
  form(`search_${index}`, [
    searchInput(index),
    row([
      submit(words.find, token('find'), { name: `find_${index}` }),
      submit(words.lookAt, token('find-detail'), { name: `detail_${index}` }),
      press(words.onlyMissing, token('rest', { list: 'missing' }), { name: `missing_${index}` }),
    ]),
  ])

const searchInput = (index: number): Part =>
  input({ name: `find-${index}`, label: words.label, placeholder: words.placeholder, maxLength: 40 })
