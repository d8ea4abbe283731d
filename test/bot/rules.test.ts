import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { catalogue } from '../../shared/domain/rules/catalogue.ts'
import { textsOf } from './said-of.ts'
import { aTownship, group, people } from './township.ts'

let here: Awaited<ReturnType<typeof aTownship>>
beforeAll(async () => {
  here = await aTownship(1)
  const { programme } = here.of
  await here.ports.store.commit([
    { is: 'chat', chat: { id: group, programme, unit: 'nt/tongzhou' as never, inside: true } },
  ])
})
afterAll(() => here.close())

const toldTo = async (who: typeof people.officer, inGroup = false): Promise<string> => {
  const known = new Set((await here.pushed()).map(({ id }) => id))
  await here.say(who, '/规则', inGroup)
  const push = (await here.pushed()).find(({ id }) => !known.has(id))
  return textsOf(push && (await here.render(push))).join('\n')
}

const [asked, hints] = [
  catalogue.filter(({ severity }) => severity !== 'hint'),
  catalogue.filter(({ severity }) => severity === 'hint'),
]

describe('/规则', () => {
  it('tells an officer every rule that refuses or asks, and why, and none that only a district is shown', async () => {
    const said = await toldTo(people.officer)
    for (const { name, why } of asked) expect(said).toContain(`- ${name}：${why}`)
    for (const { name } of hints) expect(said).not.toContain(`- ${name}：`)
  })

  it.each(['reviewer', 'city'] as const)('tells the %s all of them', async (who) => {
    const said = await toldTo(people[who])
    for (const { name, why } of catalogue) expect(said).toContain(`- ${name}：${why}`)
  })

  it('tells a group what an officer is told, whoever asks', async () => {
    const said = await toldTo(people.reviewer, true)
    expect(said).toContain(`- ${asked[0]?.name}：`)
    for (const { name } of hints) expect(said).not.toContain(`- ${name}：`)
  })
})
