import * as z from 'zod'
import { Instant } from './instant.ts'
import { OpenId } from './person.ts'

/**
 * 例外: until when a township may correct its closed month without an answer to each request. Given by the city, with a
 * reason and an end, and listed on the month's face for good.
 */
export const Permit = z.object({ by: OpenId, at: Instant, until: Instant, reason: z.string() })
export type Permit = z.infer<typeof Permit>

export const isValid = (permit: Permit | undefined, at: Instant): permit is Permit =>
  permit !== undefined && at <= permit.until
