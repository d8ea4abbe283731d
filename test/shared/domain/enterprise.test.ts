import { describe, expect, it } from 'vitest'
import { CreditCode, Enterprise } from '../../../shared/domain/enterprise.ts'

const firm = {
  code: '91320000608319749X',
  name: '甲厂',
  unit: 'nt/tongzhou/320612001',
  division: '17',
  tier: 'sprint',
  from: '2022-01',
}

describe('an enterprise', () => {
  it.each(['91320000608319749', '91320000608319749XX', '91320000608319749x', '9132000060831974OX'])(
    'has no code like %s',
    (code) => {
      expect(CreditCode.safeParse(code).success).toBe(false)
    },
  )

  it('has a code whose last character fits, or is told to look at the licence', () => {
    const read = Enterprise.safeParse({ ...firm, code: '91320600138670947M' })
    expect(read.error?.issues.map(({ message }) => message)).toEqual([
      '统一社会信用代码的末位校验码不对，请对照营业执照核对。',
    ])
  })

  it('is industrial: its division is one of 06 to 46', () => {
    const wrong = ['05', '47', '6', 'C17'].filter(
      (division) => Enterprise.safeParse({ ...firm, division }).success,
    )
    expect([Enterprise.safeParse(firm).success, wrong]).toEqual([true, []])
  })

  it('may be listed on a day, by somebody', () => {
    const listed = { on: '2023-03-20', by: 'ou_one', at: 1_679_270_400_000 }
    expect(Enterprise.parse({ ...firm, listed }).listed).toEqual(listed)
    expect(Enterprise.safeParse({ ...firm, listed: { ...listed, on: '2023-3-20' } }).success).toBe(false)
  })
})
