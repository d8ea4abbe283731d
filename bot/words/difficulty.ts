import { type Instant, shortTime } from '../../shared/domain/instant.ts'
import { type Month, shortMonth } from '../../shared/domain/month.ts'
import { someOf } from './people.ts'

const BUTTON = '有困难'
const RESUME = '恢复提醒'
const MOST_NAMES = 5
const kinds = ['企业失联', '停产或搬迁核实中', '人员调整', '数据还没拿到', '系统或网络问题', '其他']
const later = '区里会看到并协助；数据有了随时可以补报。'

/** For whom somebody speaks: alone in a township, for firms of their own, or for the colleagues too. */
export type Speaking = { for: 'own' } | { for: 'township'; colleagues: readonly string[] }

const isShared = (speaking: Speaking): boolean =>
  speaking.for === 'township' && speaking.colleagues.length > 0

export const difficulty = {
  /** One word for the button, on every card and in every sentence that points at it. */
  button: BUTTON,
  back: '返回',
  kinds: kinds.map((kind) => ({ value: kind, text: kind })),
  title: (name: string, month: Month): string => `${name} ${shortMonth(month)} 说明困难`,
  ask: (name: string, speaking: Speaking): string => {
    if (speaking.for === 'own')
      return `这是为您负责的企业说明：提交后本月不再提醒您，同事负责的企业照常提醒同事。\n选一项就可以提交。${later}`
    if (speaking.colleagues.length === 0) return `选一项就可以提交。提交后本月不再提醒，${later}`
    const who = someOf(speaking.colleagues, MOST_NAMES, '人')
    return `这是为**整个${name}**说明：提交后，您和同事（${who}）的提醒都会停。同事会收到通知，看到是您说的、什么原因，需要时可以“${RESUME}”。\n选一项就可以提交。${later}`
  },
  seenBy: (speaking: Speaking): string =>
    `区群里只显示所选的这一项，文字只有${isShared(speaking) ? '同事和' : ''}区、市工信人员可见。请不要写企业的具体数字。`,
  noReason: '请先选一项，再按“提交”。',
  notedTitle: (speaking: Speaking): string =>
    isShared(speaking) ? '已收到，本月不再提醒您和同事' : '已收到，本月不再提醒您',
  noted: (name: string, speaking: Speaking): string =>
    [
      `${name}的困难已告诉区工信局${isShared(speaking) ? '，也告诉了同事' : ''}。数据有了，发“/待办”就能接着填。`,
      ...(speaking.for === 'own' ? ['同事负责的企业照常提醒同事。'] : []),
      `想继续收到提醒，按“${RESUME}”。`,
    ].join('\n'),

  resume: RESUME,
  resumedTitle: '提醒已恢复',
  resumed: (name: string, shared: boolean): string =>
    `${name}没有报齐时会照常提醒${shared ? '，已告诉同事' : ''}。再遇到困难，还可以按“${BUTTON}”。`,
  nothingStopped: '提醒没有停，不用恢复。',

  /** To the colleagues, privately. */
  toldTitle: (name: string, month: Month): string => `${name} ${shortMonth(month)}提醒已停：同事说明了困难`,
  told: (facts: { name: string; who: string; at: Instant; reason: string; open: number }): string =>
    [
      `${facts.who} ${shortTime(facts.at)} 为整个${facts.name}说明了困难：${facts.reason}`,
      `还差 ${facts.open} 户，本月不再提醒您和同事；数据有了照常可以报。`,
      `您这边没有困难、想继续收到提醒，按“${RESUME}”，全处的提醒都会接着发，${facts.who}也会收到通知。`,
    ].join('\n'),
  resumedToldTitle: (name: string, month: Month): string => `${name} ${shortMonth(month)}提醒已恢复`,
  resumedTold: (facts: { name: string; who: string; open: number }): string =>
    `${facts.who}恢复了${facts.name}的提醒，还差 ${facts.open} 户时会照常提醒您。您这边仍有困难的，可以再按“${BUTTON}”。`,
} as const
