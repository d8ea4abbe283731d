import type { Role } from './person.ts'
import { headedRows } from './table/headed.ts'
import { plain, type TableSheet } from './table/sheet.ts'

/** A row of a table of people, as it was written: somebody in one role. */
export type PeopleLine = {
  /** The row's number as the person sees it, from 1. */
  row: number
  name: string
  /** Never kept: it only finds the person in the address book. */
  mobile: string
  /** The open_id, in a table that came from here. */
  id: string
  unit: string
  role: string
  /** 离任: the person loses every role. */
  state: string
  isHidden: boolean
}

const columns = {
  id: /open_?id|飞书(账号|帐号|编号)/i,
  mobile: /手机|电话|联系方式/,
  state: /^(状态|在岗|变动)/,
  role: /角色|身份|岗位|职责/,
  unit: /单位|乡镇|地区|属地|部门/,
  name: /姓名|^名字$|^人员$/,
} as const

/** The rows of a table of people; undefined where no sheet has name, unit and role and a way to find the person. */
export const readPeople = (sheets: readonly TableSheet[]): PeopleLine[] | undefined => {
  const read = headedRows(sheets, columns, ['name', 'unit', 'role'])
  if (read === undefined || !(read.found.has('mobile') || read.found.has('id'))) return undefined
  return read.rows
}

/** How tables and cards call the roles. */
export const roleNames: Readonly<Record<Role, string>> = {
  officer: '经办人',
  head: '分管负责人',
  district: '区工信',
  city: '市工信',
  leader: '领导',
  auditor: '审计',
  administrator: '系统管理员',
}

const called: readonly (readonly [Role, RegExp])[] = [
  ['officer', /^(乡镇|街道|园区)?经办(人|人员)?$/],
  ['head', /^(乡镇|街道|园区)?(分管|负责)(负责人|领导|负责同志|同志|人)?$/],
  ['district', /^[区县市区]*(区|县|区县|县区)(级|工信|工信局|工信人员|审核人)$/],
  ['city', /^市(级|工信|工信局|工信人员)$/],
  ['leader', /^领导(同志)?$/],
  ['auditor', /^审计(人员|局)?$/],
  ['administrator', /^(系统)?管理员$/],
]

/** The role that a cell names; undefined where it names none. */
export const roleNamed = (text: string): Role | undefined => {
  const words = plain(text)
  return called.find(([, form]) => form.test(words))?.[0]
}

const LEAVING = /^(离任|离职|调离|退出|不再担任|删除|停用)$/
const STAYING = /^(|在岗|在任|正常|在职|启用)$/

/** Whether the row's person leaves; undefined where the words say neither. */
export const isLeaving = ({ state }: Pick<PeopleLine, 'state'>): boolean | undefined => {
  const words = plain(state)
  if (STAYING.test(words)) return false
  return LEAVING.test(words) ? true : undefined
}

/** `13800000000` or, from abroad, `+85212345678`; undefined where it is no number to call. */
export const mobileIn = (text: string): string | undefined => {
  const digits = plain(text)
    .replace(/[-()（）.]/g, '')
    .replace(/^(\+|00)86/, '')
  return /^(1\d{10}|\+\d{6,15})$/.test(digits) ? digits : undefined
}
