/** Why an explanation is not one; `returned-again` where it answers an older reason than the newest. */
export type ExplanationRefusal = 'no-reason' | 'too-short' | 'stock-phrase' | 'returned-again'

/** The reasons that a card offers (cards.md §3); words are asked for besides. */
export const explanationReasons = [
  '集中开票、交付验收',
  '新增订单、客户',
  '新线投产',
  '停产检修、搬迁',
  '季节、春节',
  '红字冲销',
  '合并、拆分',
  '其他',
] as const

const SHORTEST = 8

/** Phrases that say that it is so, and not why: the statistics bureau's platforms refuse them (核实性审核). */
const stock =
  /核实|属实|无误|正确|没错|没有错|没问题|没有问题|正常|确认|已核|情况|数据|实际|经过|企业|本月|上报|填报|如实|真实|准确|就是|这样|以上|的|了|是|均|都|已|经|与|和/g

/** Refuses an explanation without a reason, of fewer than eight characters, or made of stock phrases alone. */
export const refuseExplanation = (reason: string, text: string): ExplanationRefusal | undefined => {
  if (reason.trim() === '') return 'no-reason'
  const words = text.normalize('NFKC').replace(/[\s\p{P}\p{S}]/gu, '')
  const said = words.replace(stock, '')
  if (words !== '' && said === '') return 'stock-phrase'
  if ([...words].length < SHORTEST) return 'too-short'
  return new Set(said).size < 2 ? 'stock-phrase' : undefined
}
