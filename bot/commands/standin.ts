import { defineCommand } from '../declare.ts'
import { standInCard } from '../flows/stand-in.ts'
import { TownshipWord, townshipsAsked } from './township-word.ts'

export default defineCommand({
  name: 'standin',
  aliases: ['代班'],
  summary: '请别人代一段时间填报，或提前结束（乡镇分管、区工信人员）',
  examples: () => ['/代班', '/代班 金沙街道'],
  may: 'handOver',
  answer: 'private',
  args: TownshipWord,
  async run(turn, name) {
    const asked = await townshipsAsked(turn, name)
    return asked.is === 'refused' ? { text: asked.say } : { card: await standInCard(turn, asked.townships) }
  },
})
