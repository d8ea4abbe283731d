import * as z from 'zod'
import { Month } from '../../../shared/domain/month.ts'
import { openRecord } from '../../../shared/runtime.ts'
import { defineCommand, given } from '../declare.ts'
import { placeOf, placeOptions } from '../place.ts'
import { type Result, verify } from '../verify.ts'

const summaryOf = ({
  programme,
  months,
  townships,
  entries,
  anchoredDays,
  registry,
  breaks,
}: Result): string =>
  [
    `${programme}：${months.length} 个月、${townships} 个乡镇月、${entries} 条记录，名册 ${registry.firms} 户企业、${registry.entries} 条变动记录，`,
    anchoredDays > 0 ? `对照了 ${anchoredDays} 天的锚点，` : '没有锚点可对照（整体退回查不出来），',
    breaks.length === 0 ? '全部对得上。' : `有 ${breaks.length} 处不对。`,
  ].join('')

export default defineCommand({
  name: 'audit verify',
  summary: '核对变动记录：一条不少、一字未改、前后相接',
  about:
    '版本、报表、汇总、快照和企业名册都与记录对照，也与表外每天留下的锚点对照。有一处不对就逐条说明在哪里，并以 1 退出。',
  options: z.object({
    programme: given(z.string().optional(), 'nt22', '只核对这个方案；不写就是全部'),
    month: given(Month.optional(), '2023-03', '只核对这个月'),
    township: given(z.string().optional(), '金沙街道', '只核对这里，也可以写区县名或 nt/tongzhou/320612001'),
    anchors: given(z.string().optional(), '文件', '锚点文件，或部署后导出的日志；不写就用 ANCHORS_FILE'),
    ...placeOptions,
  }),
  async run({ options, out }) {
    const record = openRecord(placeOf(options, options.anchors))
    try {
      const results = await verify(record, { options, say: out.say })
      for (const result of results) out.say(summaryOf(result))
      out.result(results)
      return results.some(({ breaks }) => breaks.length > 0) ? 1 : 0
    } finally {
      record.close()
    }
  },
})
