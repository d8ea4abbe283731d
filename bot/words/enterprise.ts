import { type Month, shortMonth } from '../../shared/domain/month.ts'
import { nameOf } from '../../shared/domain/plan.ts'
import type { Unit } from '../../shared/domain/unit.ts'
import type { FoundEnterprises } from '../../shared/usecases/find-enterprise.ts'

export const enterpriseWords = {
  noName: '请写企业名称或代码。',
  notFound: (name: string): string =>
    `在您的管辖范围内没有找到“${name}”。可以只写名称里的几个字，或 18 位代码。`,
  several: ({ shown, total }: FoundEnterprises, units: readonly Unit[], command = '/企业'): string =>
    [
      total > shown.length
        ? `有 ${total} 户对得上，先列 ${shown.length} 户。请多写几个字，或用代码再问一次：`
        : `有 ${total} 户对得上，请用代码再问一次：`,
      ...shown.map(({ name, code, unit }) => `${name}（${nameOf(units, unit)}）\n${command} ${code}`),
    ].join('\n'),
  elsewhere: (name: string, township: string, month: Month): string =>
    `“${name}”${shortMonth(month)}由${township}报送，这个月的数请${township}的经办人办理。`,
  summary: '企业情况',
  tier: (name: string): string => `梯队：${name}`,
  listed: (on: string): string => `已于 ${on} 入库。`,
  notListed: '尚未入库。',
  list: '记为已入库',
  listDate: '批准入库的日期',
  noDate: '请先选批准入库的日期。',
  future: '日期还没到，请核对。',
  alreadyListed: (on: string): string => `已于 ${on} 记为入库，没有再记一次。`,
  recorded: '已记为入库。',
} as const
