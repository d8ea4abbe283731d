import { defineCommand } from '../declare.ts'
import { handoverCard } from '../flows/handover.ts'
import { TownshipWord, townshipsAsked } from './township-word.ts'

export default defineCommand({
  name: 'handover',
  aliases: ['交接'],
  summary: '把一名经办人的企业交给别人（乡镇分管、区工信人员）',
  examples: () => ['/交接', '/交接 金沙街道'],
  may: 'handOver',
  answer: 'private',
  args: TownshipWord,
  async run(turn, name) {
    const asked = await townshipsAsked(turn, name)
    return asked.is === 'refused' ? { text: asked.say } : { card: await handoverCard(turn, asked.townships) }
  },
})
