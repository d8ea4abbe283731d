import * as z from 'zod'
import { type Api, check } from '../http/define.ts'
import { Refusal } from '../refusal.ts'
import type { User } from '../state/model.ts'
import { pageOf, paging } from './paging.ts'
import { findUser } from './receivers.ts'

const IdType = { user_id_type: z.enum(['open_id', 'union_id', 'user_id']).default('open_id') }
const One = z.object(IdType)
const Lookup = z.object({
  emails: z.array(z.string()).max(50).default([]),
  mobiles: z.array(z.string()).max(50).default([]),
  include_resigned: z.boolean().default(false),
})
const OfDepartment = z.object({ ...IdType, ...paging(50, 10), department_id: z.string() })
const rootDepartment = '0'

const shapeOf = (user: User) => ({
  open_id: user.open_id,
  union_id: user.union_id,
  user_id: user.user_id,
  name: user.name,
  en_name: '',
  email: user.email,
  mobile: user.mobile,
  mobile_visible: true,
  department_ids: user.department_ids,
  status: {
    is_frozen: false,
    is_resigned: user.status === 'resigned',
    is_activated: true,
    is_exited: false,
    is_unjoin: false,
  },
})

const visible = (user: User | undefined): user is User => user !== undefined && user.status !== 'outside'

export const contactApis: Api[] = [
  {
    name: 'contact.user.batch',
    method: 'GET',
    path: '/contact/v3/users/batch',
    run({ state }, call) {
      const { user_id_type } = check(One, call.query)
      const ids = call.list('user_ids')
      if (ids.length === 0 || ids.length > 50) {
        throw new Refusal(40001, 'param error: give 1 to 50 user_ids')
      }
      const users = ids.map((id) => findUser(state, user_id_type, id)).filter(visible)
      return { data: { items: users.map(shapeOf) } }
    },
  },
  {
    name: 'contact.user.findByDepartment',
    method: 'GET',
    path: '/contact/v3/users/find_by_department',
    run({ state }, call) {
      const asked = check(OfDepartment, call.query)
      const belongs = ({ department_ids }: User) =>
        department_ids.includes(asked.department_id) ||
        (asked.department_id === rootDepartment && department_ids.length === 0)
      const { items, ...page } = pageOf(state.users.all().filter(visible).filter(belongs), asked)
      return { data: { ...page, items: items.map(shapeOf) } }
    },
  },
  {
    name: 'contact.user.batchGetId',
    method: 'POST',
    path: '/contact/v3/users/batch_get_id',
    async run({ state }, call) {
      const { user_id_type } = check(One, call.query)
      const { emails, mobiles, include_resigned } = check(Lookup, await call.body())
      const found = (by: 'email' | 'mobile', given: string) => {
        const isThere = (one: User) => visible(one) && (include_resigned || one.status !== 'resigned')
        const user = state.users.all().find((one) => one[by] === given && isThere(one))
        return user ? { [by]: given, user_id: user[user_id_type] } : { [by]: given }
      }
      const user_list = [
        ...emails.map((mail) => found('email', mail)),
        ...mobiles.map((phone) => found('mobile', phone)),
      ]
      return { data: { user_list } }
    },
  },
  {
    name: 'contact.user.get',
    method: 'GET',
    path: '/contact/v3/users/:user_id',
    run({ state }, call) {
      const { user_id_type } = check(One, call.query)
      const user = findUser(state, user_id_type, call.params.user_id ?? '')
      if (!visible(user)) throw new Refusal(41050, 'no user authority error')
      return { data: { user: shapeOf(user) } }
    },
  },
]
