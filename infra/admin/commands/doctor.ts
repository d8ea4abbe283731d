import * as z from 'zod'
import { defineCommand } from '../declare.ts'
import { feishuFindings, tableFindings } from '../doctor.ts'
import { withTable } from '../opened.ts'
import { placeOptions } from '../place.ts'

export default defineCommand({
  name: 'doctor',
  summary: '体检：配置、飞书、时钟、数据表、积压、节假日、表号，哪里不对怎么办',
  about: '有非办不可的以 1 退出。飞书的权限范围要在开发者后台看：应用连得上，不等于每一项权限都开了。',
  options: z.object(placeOptions),
  run: ({ options, out }) =>
    withTable(options, async (table, now) => {
      // The city of `npm start` has an app of its own, which the environment does not name.
      const feishu = options.local ? [] : await feishuFindings()
      const findings = [...feishu, ...(await tableFindings(table, now))]
      for (const { what, say, mend, isFatal } of findings) {
        const mark = mend === undefined ? '✓' : isFatal ? '✗' : '!'
        out.say(`${mark} ${what}：${say}`)
        if (mend !== undefined) out.say(`    ${mend}`)
      }
      out.result(findings)
      return findings.some(({ isFatal }) => isFatal) ? 1 : 0
    }),
})
