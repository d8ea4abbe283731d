import * as z from 'zod'
import { CannotDo, defineCommand, given } from '../declare.ts'
import { exportTo } from '../export/export.ts'
import { plansIn, withTable } from '../opened.ts'
import { placeOptions } from '../place.ts'
import { progress } from '../progress.ts'

export default defineCommand({
  name: 'export',
  summary: '把一个方案的全部数据导出到一个目录：每一种一个 JSON Lines、一个 Excel',
  about: [
    '方案、单位、人员、群、企业名册、各月报表、每一版、变动记录、快照、统计、更正申请、推送，一样不落；manifest.json 列出文件和摘要。',
    'Excel 里的数按指标的单位写；JSON Lines 里是存下来的样子，数是万分之一单位的整数。',
    '边导出边有人在填时，各项不是同一个瞬间的；要同一个瞬间的，先 backup、恢复到别处再导出。',
    '里面有企业数据和人员姓名，只有自己能读；用完请删除。',
  ].join('\n'),
  args: z.object({ dir: given(z.string(), '目录', '一个新的目录') }),
  options: z.object({
    programme: given(z.string().optional(), 'nt22', '哪个方案；只有一个时可以不写'),
    ...placeOptions,
  }),
  run: ({ args: { dir }, options, out }) =>
    withTable(options, async (table, at) => {
      const [plan, ...others] = await plansIn(table, options.programme)
      if (plan === undefined || others.length > 0)
        throw new CannotDo('有几个方案，请用 --programme 写明是哪一个。')
      const bar = progress('已导出的项')
      const exported = await exportTo(dir, table, { plan, at, onItems: bar.at }).finally(bar.stop)
      for (const { kind, items, files } of exported.kinds)
        out.say(`${kind}　${items} 项　${files.map(({ file }) => file).join('、')}`)
      out.say(`共 ${exported.items} 项，在 ${dir}。里面有企业数据和人员姓名，用完请删除。`)
      out.result(exported)
      return 0
    }),
})
