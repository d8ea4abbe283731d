export const workWords = {
  failed: '刚才要办的事没有办成，什么都没有改。请过几分钟再试一次。',
} as const
