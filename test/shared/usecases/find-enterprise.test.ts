import { beforeAll, describe, expect, it } from 'vitest'
import { makeCreditCode } from '../../../shared/domain/credit-code.ts'
import { Enterprise } from '../../../shared/domain/enterprise.ts'
import type { UnitPath } from '../../../shared/domain/unit.ts'
import { findEnterprises } from '../../../shared/usecases/find-enterprise.ts'
import { plan, unit } from '../../build/small-city.ts'
import { aTable } from '../../build/table.ts'

const firm = (index: number, name: string, place: UnitPath) =>
  Enterprise.parse({
    code: makeCreditCode('91320612', `F${String(index).padStart(7, '0')}`),
    ...{ name, unit: place, division: '34', tier: 'growth', from: '2022-01' },
  })
const names = ['南通海达纺织有限公司', '南通海达纺织机械有限公司', '南通华星电子（中国）有限公司']
const firms = [
  ...names.map((name, index) => firm(index, name, unit.jinsha)),
  firm(9, '如皋海达纺织有限公司', unit.rucheng),
  ...Array.from({ length: 12 }, (_, index) => firm(20 + index, `通州${index}号弹簧厂`, unit.xiting)),
]
let look: (text: string, scopes?: readonly UnitPath[]) => ReturnType<typeof findEnterprises>
let find: (text: string, scopes?: readonly UnitPath[]) => Promise<string[]>

beforeAll(async () => {
  const { store, close } = await aTable({ plan, people: [], firms })
  const clock = { now: () => 0, wall: () => 0, monotonic: () => 0, sleep: async () => {} }
  const ports = { store, clock, log: () => {} }
  look = (text, scopes = [unit.tongzhou]) => findEnterprises(ports, plan, scopes, text)
  find = async (text, scopes) => (await look(text, scopes)).shown.map(({ name }) => name)
  return close
})

describe('finding a firm', () => {
  it.each([
    ['its whole name alone', names[0] ?? '', [names[0]]],
    ['its code', firms[2]?.code ?? '', [names[2]]],
    ['its code as it is typed', ` ${firms[2]?.code.toLowerCase()} `, [names[2]]],
    [
      'its code in full-width letters',
      [...(firms[2]?.code ?? '')].map((one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)).join(''),
      [names[2]],
    ],
    ['a part of its name, the shorter name first', '海达纺织', [names[0], names[1]]],
    ['a name with a slip', '南通华兴电子（中国）有限公司', [names[2]]],
    ['its name with other brackets', '南通华星电子(中国)有限公司', [names[2]]],
    ['what no firm is called', '钢铁', []],
    ['nothing', '  ', []],
  ])('by %s', async (_, text, found) => {
    expect(await find(text)).toEqual(found)
  })

  it('shows eight at most, and counts them all', async () => {
    expect(await find('弹簧厂')).toHaveLength(8)
    expect((await look('弹簧厂')).total).toBe(12)
  })

  it('leaves near names out where the words stand in a name', async () => {
    expect((await look('华星电子')).total).toBe(1)
  })

  it('sees only what the asker may see', async () => {
    expect(await find('如皋海达纺织有限公司')).not.toContain('如皋海达纺织有限公司')
    expect(await find(firms[3]?.code ?? '')).toEqual([])
    expect(await find('海达纺织', [unit.rugao])).toEqual(['如皋海达纺织有限公司'])
    expect(await find('海达纺织', [unit.jinsha, unit.rugao])).toHaveLength(3)
    expect(await find('海达纺织', [])).toEqual([])
  })
})
