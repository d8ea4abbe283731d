import { filingFind } from '../words/filing-find.ts'
import type { Step } from './filing-turn.ts'

/**
 * 复制一段话发给企业: a card's words cannot be copied everywhere, so the text comes as a message of its own, to be
 * pressed long and passed on in the officer's own chats.
 */
export const forward: Step = async ({ who, at, id }, { programme, month, township, firm }) => ({
  changes: [
    {
      is: 'push',
      push: {
        id: `to-forward:${id}`,
        lane: 'answer',
        due: at,
        kind: 'to-forward',
        programme,
        month,
        to: { person: who.id },
        facts: { township, ...(firm !== undefined && { firm }) },
        quiet: false,
        proactive: false,
      },
    },
  ],
  toast: { tone: 'success', say: filingFind.forwarded },
})
