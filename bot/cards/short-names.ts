import { shorten } from './kit.ts'

/** As long as a unit's name may be on a button beside what the button does; the full name stands in the text. */
const LENGTH = 9

/** `三星镇（叠石桥家纺产业园区）` is 三星镇 on a button, and 南通市海门区包场渔场 is 包场渔场, as long as no two are alike. */
export const shortNames = (names: readonly string[]): string[] => {
  const short = names.map((name) => shorten(bare(name), LENGTH))
  return names.map((name, index) => {
    const mine = short[index] ?? name
    return short.filter((other) => other === mine).length === 1 ? mine : name
  })
}

const bare = (name: string): string =>
  name.replace(/（.*$/, '').replace(/^.{2,3}市.{2,3}[市区县](?=.{3})/, '')
