import * as z from 'zod'
import type { Incoming } from '../ports.ts'
import { EventOf, Operator } from './event.ts'
import { parsed } from './malformed.ts'

const LEFT = 'contact.user.deleted_v3'

const Left = EventOf(z.looseObject({ object: Operator }))

/** 员工离职: whatever else is told of the person needs scopes that we do not ask for. */
export const readPersonLeft = (envelope: unknown): Incoming => {
  const { header, event } = parsed(Left, envelope, LEFT)
  return { is: 'person-left', id: header.event_id, at: header.create_time, from: event.object.open_id }
}

const Department = EventOf(z.looseObject({}))

/** A department says nothing of its people: who is still there is asked. */
export const readDepartment = (envelope: unknown): Incoming => {
  const { header } = parsed(Department, envelope, 'contact.department')
  return { is: 'departments-moved', id: header.event_id, at: header.create_time }
}
