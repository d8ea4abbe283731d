import { errorLine, FIGURE_LENGTH, type FirmInput, title } from './figures-by-firm.ts'
import { columns, grey, input, type Part, shorten, text } from './kit.ts'

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
  const compared = [row.last, row.lastYear].filter((line) => line !== undefined).join('　')
  const beside = compared === '' ? title(row.no, label) : `${title(row.no, label)}\n${grey(compared)}`
  const shown = value && shorten(value, FIGURE_LENGTH)
  const typed = input({ name, placeholder, value: shown, maxLength: FIGURE_LENGTH })
  return [
    columns([
      { weight: 3, parts: [text(beside)] },
      { weight: 2, parts: [typed] },
    ]),
    ...(error === undefined ? [] : [errorLine(error)]),
  ]
}
