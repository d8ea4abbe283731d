import type { Programme } from '../../shared/domain/programme.ts'
import { dayWithYear } from '../words/days.ts'
import { note } from './kit.ts'

/** What every card ends with: that these are monitoring data, and under which approval they are asked for. */
export const footer = ({ form }: Programme) =>
  note(
    form
      ? `监测数据，非统计定报 · 表号 ${form.number} · 批准文号 ${form.approval} · 有效期至 ${dayWithYear(form.validUntil)}`
      : '监测数据，非统计定报 · 工作台账，企业自愿提供',
  )
