import { UnitPath } from '../domain/unit.ts'
import type { FirmStore, MonthStore } from '../ports.ts'
import type { Access } from './access.ts'
import { auditItem, versionAt } from './audit-items.ts'
import { snapshotItem } from './items.ts'
import { key, range } from './keys.ts'

type AuditReads = Pick<MonthStore, 'townshipsOf' | 'audit' | 'auditAfter' | 'snapshotPart'> &
  Pick<FirmStore, 'versions' | 'lastVersion'>

/** The record of a month as an auditor reads it: strongly consistent, and no more of it at once than asked for. */
export const auditReads = ({ getSome, query }: Access): AuditReads => ({
  async townshipsOf(programme, month) {
    return (await query(range.tallies(programme, month))).map(({ sk }) => UnitPath.parse(String(sk).slice(2)))
  },
  async audit(of) {
    return (await query(range.audit(of))).map((item) => auditItem.read(item))
  },
  async auditAfter(of, sequence, limit) {
    return (await query(range.auditAfter(of, sequence), { limit })).map((item) => auditItem.read(item))
  },
  async versions(programme, month, names) {
    const keys = names.map(({ code, revision }) => key.version(programme, code, month, revision))
    return (await getSome(keys)).map((item) => versionAt(programme, item))
  },
  async lastVersion(programme, month, code) {
    const [item] = await query(range.versions(programme, month, code), { backwards: true, limit: 1 })
    return item && versionAt(programme, item)
  },
  async snapshotPart(of, number) {
    const [first, ...rest] = (await query(range.snapshotPart(of, number))).map((item) =>
      snapshotItem.read(item),
    )
    return first && { ...first, rows: [first, ...rest].flatMap(({ rows }) => rows) }
  },
})
