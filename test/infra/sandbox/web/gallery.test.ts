import { expect, it } from 'vitest'
import { tags } from '../../../../infra/sandbox/platform/cards/components.ts'
import { cardProblem } from '../../../../infra/sandbox/platform/cards/validate.ts'
import { examples } from '../../../../infra/sandbox/web/src/gallery/examples.ts'
import { pictureOf } from '../../../../infra/sandbox/web/src/gallery/pictures.ts'

const all = [...examples.values()].flat()

it.each(all.map((one) => [`${one.tag} ${one.en}`, one.card] as const))('Feishu takes %s', (_, card) => {
  expect(cardProblem(JSON.parse(JSON.stringify(card)))).toBeNull()
})

it('every component has an example, and every kind of example holds what it is about', () => {
  expect(tags.filter((tag) => !examples.has(tag))).toEqual([])
  const without = all.filter(({ tag, card }) => !JSON.stringify(card).includes(`"tag":"${tag}"`))
  expect(new Set(without.map(({ tag }) => tag))).toEqual(new Set(['card', 'header']))
})

it('every name of an example is its own, in both languages', () => {
  for (const language of ['zh', 'en'] as const) {
    const names = all.map((one) => `${one.tag} ${one[language]}`)
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  }
})

it('every picture is there', () => {
  const keys = [...JSON.stringify(all).matchAll(/"img_key":"([^"]*)"|!\[[^\]]*\]\(([^)]*)\)/g)]
  expect(keys.map(([, key, inText]) => key ?? inText ?? '').filter((key) => pictureOf(key) === '')).toEqual(
    [],
  )
})
