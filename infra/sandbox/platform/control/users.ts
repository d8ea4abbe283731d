import { Hono } from 'hono'
import * as z from 'zod'
import { idsOf } from '../deliver/envelope.ts'
import { newId } from '../ids.ts'
import type { Platform } from '../platform.ts'
import { ControlRefusal } from '../refusal.ts'
import { User } from '../state/model.ts'
import { ask, userOf } from './ask.ts'

const Given = z.strictObject({
  open_id: z
    .string()
    .regex(/^ou_\w+$/, 'an open_id is ou_ and letters, digits or _')
    .optional(),
  name: z.string().min(1).optional(),
  mobile: z.string().optional(),
  email: z.string().optional(),
  user_id: z.string().optional(),
  department_ids: z.array(z.string()).optional(),
  status: User.shape.status.optional(),
})

/** A new person, or, under a known open_id, that person changed. */
function userFrom({ state }: Platform, given: z.infer<typeof Given>): User {
  const open_id = given.open_id ?? newId.user()
  const known = state.users.get(open_id)
  const fresh: User = {
    ...{
      open_id,
      union_id: newId.union(),
      user_id: open_id.slice(3, 11),
      name: open_id,
      mobile: '',
      email: '',
    },
    department_ids: [],
    status: 'active',
  }
  return User.parse({ ...(known ?? fresh), ...given })
}

/** 员工离职: the person is kept as one who has resigned, and the bot is told, in one line of the journal. */
function resigned({ state, outbox }: Platform, user: User): User {
  if (user.status === 'resigned') throw new ControlRefusal(`${user.name} has resigned already.`, 409)
  const after: User = { ...user, status: 'resigned', department_ids: [] }
  const { open_id, department_ids } = user
  const event = outbox.plan('contact.user.deleted_v3', {
    object: { ...idsOf(user), name: user.name },
    old_object: { open_id, department_ids },
  })
  state.commit(state.users.put(open_id, after), event.put)
  void event.send()
  return after
}

export function userControl(platform: Platform): Hono {
  const { state } = platform
  return new Hono()
    .get('/', (context) => context.json({ users: state.users.all() }))
    .get('/:id', (context) => context.json({ user: userOf(platform, context.req.param('id')) }))
    .delete('/:id', (context) =>
      context.json({ user: resigned(platform, userOf(platform, context.req.param('id'))) }),
    )
    .post('/', async (context) => {
      const given = await ask(context, z.union([z.array(Given), Given]))
      const users = (Array.isArray(given) ? given : [given]).map((one) => userFrom(platform, one))
      state.commit(...users.map((user) => state.users.put(user.open_id, user)))
      return context.json({ users })
    })
}
