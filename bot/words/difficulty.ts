import { type Month, shortMonth } from '../../shared/domain/month.ts'

const BUTTON = '有困难'
const kinds = ['企业失联', '停产或搬迁核实中', '人员调整', '数据还没拿到', '系统或网络问题', '其他']

export const difficulty = {
  /** One word for the button, on every card and in every sentence that points at it. */
  button: BUTTON,
  kinds: kinds.map((kind) => ({ value: kind, text: kind })),
  title: (name: string, month: Month): string => `${name} ${shortMonth(month)} 说明困难`,
  ask: '选一项就可以提交。提交后本月不再提醒，区里会看到并协助；数据有了随时可以补报。',
  seenBy: '区群里只显示所选的这一项，文字只有区、市工信人员可见。请不要写企业的具体数字。',
  noReason: '请先选一项，再按“提交”。',
  notedTitle: '已收到，本月不再提醒',
  noted: (name: string): string => `${name}的困难已告诉区工信局。数据有了，发“/待办”就能接着填。`,
} as const
