import { describe, expect, it } from 'vitest'
import { enterpriseCard } from '../../bot/cards/enterprise.ts'
import { reviewCard } from '../../bot/cards/review-card.ts'
import { reviewToken } from '../../bot/flows/review-token.ts'
import { Person } from '../../shared/domain/person.ts'
import { officer, plan, reports, reviewer, tally } from './fullest/month.ts'
import { firm } from './fullest/townships.ts'

/** Tax is for the district and above, power for the city alone. */
const levels: Record<string, 'district' | 'city'> = { tax: 'district', power: 'city' }
const programme = {
  ...plan.programme,
  indicators: plan.programme.indicators.map((indicator) => ({
    ...indicator,
    visibleTo: levels[indicator.id] ?? indicator.visibleTo,
  })),
}
const [report] = reports
const city = Person.parse({
  id: 'ou_city',
  name: '市',
  roles: [{ programme: programme.id, role: 'city', unit: 'nt' }],
})
const leader = {
  ...city,
  roles: [{ programme: programme.id, role: 'leader' as const, unit: plan.programme.city }],
}

const shownTo = (who: Person) => {
  const said = JSON.stringify(enterpriseCard({ ...plan, programme }, who, firm, report))
  return programme.indicators.filter(({ name }) => said.includes(`${name} 9`)).map(({ id }) => id)
}

describe('a firm’s figures', () => {
  it('are shown to the level that they are meant for, and above', () => {
    expect(shownTo(officer)).toEqual(['sales', 'staff'])
    expect(shownTo(reviewer)).toEqual(['sales', 'tax', 'staff'])
    expect(shownTo(city)).toEqual(['sales', 'tax', 'power', 'staff'])
    expect(shownTo(leader)).toEqual([])
  })

  it('stand in the reviewer’s table only as far as a district sees them', () => {
    const card = reviewCard({ programme, townshipName: '金沙街道', tally, reports }, reviewToken(tally))
    const table = card.body.elements.find(({ tag }) => tag === 'table')
    expect(table?.tag === 'table' && table.columns.map(({ name }) => name)).toEqual([
      'firm',
      'state',
      'sales',
      'tax',
      'staff',
    ])
  })
})
