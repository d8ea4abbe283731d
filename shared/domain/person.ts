import * as z from 'zod'
import { Instant } from './instant.ts'
import { UnitPath } from './unit.ts'

export const OpenId = z.string().min(1).max(64).brand<'OpenId'>()
export type OpenId = z.infer<typeof OpenId>

/** Where a text of the record names somebody: by id, as what is sealed is never changed and a name may be forgotten. */
const NAMED = /\bou_\w+/g
export const peopleIn = (text: string): OpenId[] => [...text.matchAll(NAMED)].map(([id]) => OpenId.parse(id))
export const withNames = (text: string, nameOf: (id: string) => string): string => text.replace(NAMED, nameOf)

/** 乡镇经办人, 乡镇分管负责同志, 区工信, 市工信, 领导, 审计, 系统管理员. */
export const Role = z.enum(['officer', 'head', 'district', 'city', 'leader', 'auditor', 'administrator'])
export type Role = z.infer<typeof Role>

const Assignment = z.object({ programme: z.string(), role: Role, unit: UnitPath })

/** 代班: files for a township in an officer's place; `until` is the first moment that no longer counts. */
export const StandIn = z.object({ programme: z.string(), unit: UnitPath, for: OpenId, until: Instant })
export type StandIn = z.infer<typeof StandIn>

/** 交接: to whom somebody's firms of a township have passed. */
const HandedOver = z.object({ programme: z.string(), unit: UnitPath, to: OpenId, at: Instant })
type HandedOver = z.infer<typeof HandedOver>

/** Somebody as they stand at one moment: what they may do. `standIn`: a role that ends by itself. */
export const Person = z.object({
  id: OpenId,
  name: z.string().min(1),
  roles: z.array(Assignment.extend({ standIn: StandIn.exactOptional() })),
  handedOver: z.array(HandedOver).exactOptional(),
})
export type Person = z.infer<typeof Person>

/** Somebody as they are stored. Whoever forgets to ask how they stand at a moment finds no stand-in's role. */
export const Enrolled = Person.extend({
  roles: z.array(Assignment),
  standIns: z.array(StandIn).default([]),
  /** When whoever left the organisation lost every role. */
  left: Instant.exactOptional(),
})
export type Enrolled = z.infer<typeof Enrolled>

/** The person as they stand at `at`: a stand-in is an officer of the township until the end, and not a moment longer. */
export const standing = ({ standIns, left: _, ...person }: Enrolled, at: Instant): Person => ({
  ...person,
  roles: [
    ...person.roles,
    ...standIns
      .filter(({ until }) => at < until)
      .map((standIn) => ({
        programme: standIn.programme,
        role: 'officer' as const,
        unit: standIn.unit,
        standIn,
      })),
  ],
})

/** In whose place the person files for a township; undefined for whoever files there in their own name. */
export const inPlaceOf = ({ roles }: Person, programme: string, unit: UnitPath): StandIn | undefined => {
  const own = roles.filter((one) => one.programme === programme && one.unit === unit)
  const files = own.filter(({ role }) => role === 'officer' || role === 'head')
  return files.some(({ standIn }) => standIn === undefined) ? undefined : files[0]?.standIn
}

/** Whose firms (分片) the person looks after: their own, or those of whom they stand in for. */
export const ownerOf = (person: Person, programme: string, unit: UnitPath): OpenId =>
  inPlaceOf(person, programme, unit)?.for ?? person.id

/** The last time that the person's firms of a township passed to somebody else. */
export const handedOverAt = (
  { handedOver = [] }: Person,
  programme: string,
  unit: UnitPath,
): HandedOver | undefined => handedOver.find((one) => one.programme === programme && one.unit === unit)

/** Somebody with a role somewhere; whoever left has none and is a stranger again. */
export const isKnown = (person: Person | undefined): person is Person => (person?.roles.length ?? 0) > 0
