import { expect, it } from 'vitest'
import { inputsIn, labelOf } from '../../../../infra/sandbox/web/src/card/form-inputs.ts'
import { headingsOf } from '../../../../infra/sandbox/web/src/card/headings.ts'
import { everyCard } from '../../../bot/every-card.ts'

const text = (content: string) => ({ tag: 'markdown', content })
const input = (label: string) => ({ tag: 'input', name: 'any', label: { tag: 'plain_text', content: label } })
const named = (...elements: object[]) => {
  const headings = headingsOf(elements, 'body.elements')
  return inputsIn(elements, 'body.elements').map(
    ({ input: one, path }) => `${headings.get(path) ?? ''} ${labelOf(one)}`,
  )
}

it('names the inputs that a card asks for again by the bold line above them, and no others', () => {
  const two = { tag: 'column_set', columns: [{ tag: 'column', elements: [input('销售'), input('税收')] }] }
  expect(
    named(
      text('第 1—2 户。'),
      input('备注'),
      text("**1 南通<font color='red'>海安</font>&#40;集团&#41;厂**\n上月 **152.30**"),
      two,
      text('请填 **数字**'),
      text('### 2 如东厂'),
      two,
    ),
  ).toEqual([' 备注', '1 南通海安(集团)厂 销售', '1 南通海安(集团)厂 税收', '2 如东厂 销售', '2 如东厂 税收'])
})

it('leaves what stands before any heading as it is', () => {
  expect(named(input('销售'), text('没有粗体'), input('销售'))).toEqual([' 销售', ' 销售'])
})

it.each(everyCard())('every input of $name can be told from the others by its words', ({ card }) => {
  const { body } = card as { body: { elements: object[] } }
  const names = named(...body.elements)
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
})
