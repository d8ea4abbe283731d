import * as z from 'zod'
import { Instant } from '../domain/instant.ts'
import { OpenId } from '../domain/person.ts'
import { Header } from './envelope.ts'

/** Milliseconds (13 digits); the documents' card callback shows microseconds (16). */
const CreateTime = z
  .string()
  .regex(/^\d{13}(\d{3})?$/)
  .transform((digits) => Number(digits.slice(0, 13)))
  .pipe(Instant)

/** An envelope whose event has this shape. Feishu adds keys, so objects are loose. */
export const EventOf = <T extends z.ZodType>(event: T) =>
  z.looseObject({ header: Header.extend({ create_time: CreateTime }), event })

export const Operator = z.looseObject({ open_id: OpenId })
