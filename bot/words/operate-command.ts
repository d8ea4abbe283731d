/** What the command itself says; the card's words are loaded with the card. */
export const operateCommand = {
  agreed: '如有等着确认的离职，正在再和通讯录核对一次；收回了谁的身份，会告诉区工信局。发“/运维”看结果。',
  confirmWord: '确认离职',
  wrongWord: '“/运维”后面只能写“确认离职”。',
} as const
