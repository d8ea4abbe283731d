import * as z from 'zod'
import { type Month, readMonth } from '../../shared/domain/month.ts'
import type { FirmChange } from '../flows/registry-token.ts'
import { enterpriseWords } from '../words/enterprise.ts'
import { registryWords } from '../words/registry.ts'

/** Words of a command: a month is told from a unit by how it is written, whichever comes first. */
export type UnitAndMonth = { unit?: string; month?: (inHand: Month) => Month }

/** `如皋市 2023-03`, `2023年3月`, `3月 如皋市`, `如皋市`, or nothing. */
export const UnitAndMonthWords = z.array(z.string()).transform((words, context): UnitAndMonth => {
  const read = words.map((word) => ({ word, month: readMonth(word) }))
  const months = read.flatMap(({ month }) => month ?? [])
  const [unit, ...otherUnits] = read.flatMap(({ word, month }) => (month === undefined ? [word] : []))
  const [month] = months
  if (months.length > 1 || otherUnits.length > 0) {
    context.addIssue({ code: 'custom', message: '一次只问一个地区、一个月份。' })
    return z.NEVER
  }
  if (month === 'wrong') {
    context.addIssue({ code: 'custom', message: '没有这个月份。月份写作 2023-03，也可以写“3月”“上月”。' })
    return z.NEVER
  }
  return { ...(unit !== undefined && { unit }), ...(month && { month }) }
})

/** The words after a command that asks for one firm: its name or part of it, or its code. */
export const FirmName = z
  .array(z.string())
  .min(1, enterpriseWords.noName)
  .transform((words) => words.join(' '))

type EnterpriseAsked = { is: 'look'; name: string } | { is: 'add' } | { is: FirmChange; name: string }

const CHANGES: readonly FirmChange[] = ['move', 'rename', 'deregister']

/** `新增`, `更名 某某机械`, or a firm's name or code alone. */
export const EnterpriseWords = z
  .array(z.string())
  .min(1, enterpriseWords.noName)
  .transform(([first = '', ...rest]): EnterpriseAsked => {
    if (first === registryWords.moves.add) return { is: 'add' }
    const change = CHANGES.find((move) => registryWords.moves[move] === first)
    if (change) return { is: change, name: rest.join(' ') }
    return { is: 'look', name: [first, ...rest].join(' ') }
  })
