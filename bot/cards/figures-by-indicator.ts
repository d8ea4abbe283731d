import { errorLine, FIGURE_LENGTH, type FirmInput, title } from './figures-by-firm.ts'
import { columns, grey, input, type Part, shorten, text } from './kit.ts'

/** Two lines of half a phone's width. */
const NAME_LENGTH = 14

/**
 * One figure of one firm, whose name is the input's label: it stands beside the input with what to compare with,
 * where a label of Feishu's would cost a tag and a line for each of twenty firms. A screen reader has the placeholder.
 */
export const indicatorRow = (row: {
  no: number
  last?: string | undefined
  lastYear?: string | undefined
  input: FirmInput
}): Part[] => {
  const { name, label, placeholder, value, error } = row.input
  const compared = [row.last, row.lastYear].flatMap((line) => (line === undefined ? [] : [grey(line)]))
  const beside = [title(row.no, label, NAME_LENGTH), ...compared].join('\n')
  const shown = value && shorten(value, FIGURE_LENGTH)
  const typed = input({ name, placeholder, value: shown, maxLength: FIGURE_LENGTH })
  return [
    columns([
      { weight: 1, parts: [text(beside)] },
      { weight: 1, parts: [typed] },
    ]),
    ...(error === undefined ? [] : [errorLine(error)]),
  ]
}
