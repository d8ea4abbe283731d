import type { Condition } from '../../shared/usecases/operations-conditions.ts'

const conditionWords: Record<Condition, { begins: string; ends: string }> = {
  'agenda-failed': {
    begins: '日程有一步没有做成。系统每几分钟会自己重试；十分钟后还没有恢复，请看日志（agenda）。',
    ends: '日程恢复正常。',
  },
  blocked: {
    begins: '有月份排不出报送日：节假日表没有那一年。请更新节假日表，或在方案里补报送日。',
    ends: '报送日都排得出来了。',
  },
  'outbox-late': {
    begins: '有推送等了十分钟以上还没有发出。请看发送程序是否在运行、飞书是否限流。',
    ends: '推送恢复正常，没有等待过久的。',
  },
  'dead-letters': {
    begins: '有推送或任务放弃了，要有人决定重发还是不再管。',
    ends: '放弃的推送都处理完了。',
  },
  'people-held': {
    begins: '通讯录里一次少了五分之一以上的人，没有收回任何人的身份。请核对是不是应用的通讯录范围被改小了。',
    ends: '人员与通讯录已核对一致。',
  },
}

export const alertWords = {
  condition: (condition: Condition): string => conditionWords[condition].begins,
  told: (title: string, began: readonly Condition[], ended: readonly Condition[]): string =>
    [
      `【运维】${title}`,
      ...began.map((one) => `⚠ ${conditionWords[one].begins}`),
      ...ended.map((one) => `✓ ${conditionWords[one].ends}`),
      ...(began.length > 0 ? ['系统管理员发“/运维”看详情并处理。'] : []),
    ].join('\n'),
}
