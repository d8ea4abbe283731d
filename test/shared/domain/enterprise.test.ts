import { describe, expect, it } from 'vitest'
import { CreditCode, Enterprise, isOnRoster, placeIn, placesOf } from '../../../shared/domain/enterprise.ts'
import { Month } from '../../../shared/domain/month.ts'

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

describe('where an enterprise stands', () => {
  const [here, second, first] = ['nt/tongzhou/320612001', 'nt/tongzhou/320612002', 'nt/rugao/320682001']
  const stayed = Enterprise.parse({ ...firm, officer: 'ou_now' })
  const moved = Enterprise.parse({
    ...stayed,
    earlier: [
      { unit: first, until: '2022-06' },
      { unit: second, officer: 'ou_then', until: '2023-03' },
    ],
  })
  const back = Enterprise.parse({
    ...moved,
    earlier: [{ unit: here, until: '2022-03' }, ...(moved.earlier ?? [])],
  })

  it.each([
    ['2022-06', { unit: first, until: '2022-06' }],
    ['2022-07', { unit: second, officer: 'ou_then', until: '2023-03' }],
    ['2023-03', { unit: second, officer: 'ou_then', until: '2023-03' }],
    ['2023-04', { unit: here, officer: 'ou_now' }],
  ])('is, after two moves, in %s at %j', (month, place) => {
    expect(placeIn(moved, Month.parse(month))).toEqual(place)
  })

  it.each([
    ['its own township alone, when it never moved', stayed, [here]],
    ['its township and every one before it, after moves', moved, [here, first, second]],
    ['each of them once, when it came back', back, [here, first, second]],
  ])('is on the list of %s', (_, one, places) => {
    expect(placesOf(one)).toEqual(places)
  })

  it.each([
    ['2021-12', false, false],
    ['2022-01', true, true],
    ['2023-05', true, true],
    ['2023-06', true, false],
  ])('in %s: on the roster %s, and %s when its last month is 2023-05', (month, open, ended) => {
    const until = Month.parse('2023-05')
    const asked = [stayed, { ...stayed, until }].map((one) => isOnRoster(one, Month.parse(month)))
    expect(asked).toEqual([open, ended])
  })
})
