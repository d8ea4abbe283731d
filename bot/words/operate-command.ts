/** What the command and the presses say; the card's words are loaded with the card. */
export const operateCommand = {
  agreed: '如有等着确认的离职，正在再和通讯录核对一次；收回了谁的身份，会告诉区工信局。发“/运维”看结果。',
  confirmWord: '确认离职',
  wrongWord: '“/运维”后面只能写“确认离职”。',
  onItsWay: { tone: 'info', say: '最新情况马上发到这里。' },
  replayed: { tone: 'success', say: '已回到待发，最新情况马上发到这里。' },
  dropped: { tone: 'success', say: '已了结，原因留在台账里；最新情况马上发到这里。' },
  gone: { tone: 'info', say: '这一条已经有人处理了。' },
  noWhich: { tone: 'warning', say: '请先选不再管哪一条。' },
  noWhy: { tone: 'warning', say: '请写明原因。' },
  agreeing: { tone: 'success', say: '正在和通讯录核对，稍后刷新看结果。' },
  noHeld: { tone: 'info', say: '没有等着确认的离职，可能已经核对过了。' },
} as const
