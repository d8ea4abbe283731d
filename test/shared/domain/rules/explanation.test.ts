import { describe, expect, it } from 'vitest'
import { explanationReasons, refuseExplanation } from '../../../../shared/domain/rules/explanation.ts'

describe('an explanation', () => {
  it.each([
    '3月28日给某客户开了两张票共120万元',
    '５月检修停产１２天，少交货三批',
    '新增一条注塑线，20日投产',
    '2月开的票本月红冲 35.2 万元',
    '委托南通某厂加工，本厂没有用电',
  ])('is “%s”', (text) => {
    expect(refuseExplanation('其他', text)).toBeUndefined()
  })

  it.each([
    '核实无误',
    '核实无误核实无误',
    '经核实，数据无误！！！',
    '已与企业核实，情况属实。',
    '核实无误，情况属实，数据真实准确',
    '本月数据就是这样的，没有问题',
    '经确认本月填报数据正确无误',
    '啊啊啊啊啊啊啊啊',
    '1111111111',
  ])('is not “%s”, which says that it is so and not why', (text) => {
    expect(refuseExplanation('其他', text)).toBe('stock-phrase')
  })

  it.each(['', '检修停产', '。。。。。。。。。。', '检 修 停 产 七 天', '     \n    '])(
    'is not %o, which is shorter than eight characters',
    (text) => {
      expect(refuseExplanation('其他', text)).toBe('too-short')
    },
  )

  it.each(['', ' '])('has a reason besides, which %o is not', (reason) => {
    expect(refuseExplanation(reason, '3月28日给某客户开了两张票')).toBe('no-reason')
  })

  it('may have any of the reasons that the card offers', () => {
    const refused = explanationReasons.map((reason) => refuseExplanation(reason, '3月28日给某客户开了两张票'))
    expect(refused.filter((why) => why !== undefined)).toEqual([])
  })
})
