import type { Command } from '../declare.ts'

const named = ({ aliases }: Command): string => `/${aliases[0]}`

export const help = {
  title: '列规通能做什么',
  line: (command: Command, examples: readonly string[]): string =>
    `**${named(command)}**　${command.summary}\n${examples.map((example) => `例：${example}`).join('　')}`,
  sentPrivately: '已私发给您，请看与机器人的单聊。',
  near: (command: Command): string =>
    `没有这个命令。您是不是要找“${named(command)}”？${command.summary}。发“/帮助”看全部命令。`,
  unknown: '没看懂这句话。发“/待办”看您要办的事，发“/帮助”看全部命令。',
  wrongWords: (examples: readonly string[], says: readonly string[]): string =>
    [...says, `写法：${examples.join('，')}`].join('\n'),
  todo: '填报、审核、发布都在“/待办”里。',
  tables: '税务、供电的一个月的数，税务、统计的企业名单：把表格直接发到单聊里，先给您看一遍，确认了才算。',
} as const
