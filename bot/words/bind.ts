export const bind = {
  operations: '运维',
  doneOperations: '本群已绑定为运维群。系统出了要人处理的情况会发到这里，恢复时再发一次；不发任何企业数据。',
  onlyInGroups: '请在要绑定的群里发“/绑定”，如“/绑定 如皋市”。',
  done: (unit: string): string => `本群已绑定到${unit}。每月统计发布后会发到这里，催报情况也会发到这里。`,
  notFound: (name: string): string =>
    `没有绑定：没有找到“${name}”，或不在您的管辖范围。请写地区名，如“/绑定 如皋市”。`,
} as const
