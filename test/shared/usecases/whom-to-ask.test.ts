import { describe, expect, it } from 'vitest'
import { reminders } from '../../../bot/words/reminders.ts'
import { OpenId, type Role } from '../../../shared/domain/person.ts'
import { UnitPath } from '../../../shared/domain/unit.ts'
import type { Post } from '../../../shared/ports.ts'
import { whomToAsk, withoutOfficer } from '../../../shared/usecases/whom-to-ask.ts'

const [here, there] = [UnitPath.parse('nt/tongzhou/a'), UnitPath.parse('nt/tongzhou/b')]
const post = (id: string, role: Role, unit: UnitPath): Post => ({
  ...{ person: OpenId.parse(id), name: id, role, unit },
})
const zhang = post('ou_zhang', 'officer', here)
const head = post('ou_head', 'head', here)
const deputy: Post = {
  ...post('ou_deputy', 'officer', here),
  standIn: { programme: 'nt22', unit: here, for: zhang.person, until: 1 },
}
const asked = (posts: readonly Post[]) => whomToAsk(posts).map(({ person, role }) => `${person} ${role}`)

describe('whom the ladder speaks to', () => {
  it('is the officer, and the head as the head', () => {
    expect(asked([zhang, head])).toEqual(['ou_zhang officer', 'ou_head head'])
  })

  it('is the stand-in instead of the officer, in that township alone', () => {
    const alsoThere = { ...zhang, unit: there }
    expect(asked([zhang, alsoThere, deputy])).toEqual(['ou_zhang officer', 'ou_deputy officer'])
  })

  it('is the head where the township has no officer, instead of nobody', () => {
    expect(asked([head, post('ou_li', 'officer', there)])).toEqual(['ou_head officer', 'ou_li officer'])
  })

  it('knows a township without an officer, also by its stand-in', () => {
    expect([here, there].map(withoutOfficer([deputy]))).toEqual([false, true])
  })
})

describe('a district’s notice', () => {
  it('says which township has no officer', () => {
    const said = reminders.reviewerBody([{ name: '金沙街道', unfiled: 6, returned: 0, unstaffed: true }])
    expect(said).toContain('金沙街道（暂无经办人，差 6 户）')
  })
})
