import { longMonth } from '../../shared/domain/month.ts'
import type { RegistryRefusal } from '../../shared/domain/registry.ts'

type Plain = Exclude<RegistryRefusal, { why: 'near' }>

/** Why the registry was not changed, and what to do; a near name has a card of its own. */
export const registryRefusal = (refusal: Plain): string => {
  switch (refusal.why) {
    case 'code':
      return codeRefusals[refusal.reading.why](refusal.reading.suggestion)
    case 'exists':
      return `代码 ${refusal.firm.code} 已在名册里，是“${refusal.firm.name}”。`
    case 'gone':
      return `“${refusal.firm.name}”已注销${refusal.firm.until ? `（${longMonth(refusal.firm.until)}后移出名册）` : ''}。重新报送的，请用“/企业 新增”，历史数据会接上。`
    case 'same':
      return '和名册上的一样，没有改动。'
    default:
      return refusals[refusal.why]
  }
}

const codeRefusals = {
  length: () => '统一社会信用代码是 18 位，请数一下有没有多抄或漏抄。',
  letters: (suggestion?: string) =>
    suggestion
      ? `代码里没有字母 I、O、S、V、Z。是不是 ${suggestion}？请核对后改过来。`
      : '代码只有数字和大写字母，没有 I、O、S、V、Z，请对照营业执照核对。',
  check: () => '代码的末位校验码对不上，多半有一位抄错了，请对照营业执照核对。',
} as const

const refusals = {
  unknown: '名册里没有这一户了，请发“/企业 名称”重新查一下。',
  'not-yours': '这一户不在您的管辖范围，请与当地区工信局联系。',
  'between-districts': '跨区迁移由市工信局办理，请与市工信局联系，历史数据会一起过去。',
  name: '请写企业名称，2—60 个字，与营业执照一致；太长的请核对是否多贴了别的字。',
  signs: '企业名称里有 <、>、* 或看不见的控制字符，营业执照上没有，请去掉再写。',
  reason: '请写一句原因。',
  division: '请选行业大类（06—46）。',
  township: '请选报送的乡镇或园区。',
  tier: '请选梯队。',
  officer: '这位经办人不在所选的乡镇，请重新选。',
} as const
