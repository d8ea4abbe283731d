import * as z from 'zod'
import { UnitPath } from './unit.ts'

export const OpenId = z.string().min(1).max(64).brand<'OpenId'>()
export type OpenId = z.infer<typeof OpenId>

/** 乡镇经办人, 乡镇分管负责同志, 区工信, 市工信, 领导, 审计, 系统管理员. */
export const Role = z.enum(['officer', 'head', 'district', 'city', 'leader', 'auditor', 'administrator'])
export type Role = z.infer<typeof Role>

const Assignment = z.object({ programme: z.string(), role: Role, unit: UnitPath })

export const Person = z.object({ id: OpenId, name: z.string().min(1), roles: z.array(Assignment) })
export type Person = z.infer<typeof Person>

/** Somebody with a role somewhere; whoever left has none and is a stranger again. */
export const isKnown = (person: Person | undefined): person is Person => (person?.roles.length ?? 0) > 0
