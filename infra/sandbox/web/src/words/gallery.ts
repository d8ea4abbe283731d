/** What the gallery of card components says. */
export const galleryZh = {
  title: '卡片组件样例',
  about:
    '卡片 2.0 的每种组件各有样例。点按钮、选选项，会显示这时发给机器人的内容；这里没有机器人，什么也不会发出。',
  index: '组件目录',
  back: '回到会话',
  json: '看 JSON',
  jsonOf: (name: string) => `${name}的 JSON`,
  sent: '机器人会收到：',
  kinds: { card: '卡片', header: '标题' } as Record<string, string>,
  people: { ou_lin: '林晓', ou_zhou: '周远', ou_he: '何叶', ou_tang: '唐月' } as Record<string, string>,
}

export const galleryEn: typeof galleryZh = {
  title: 'Card components',
  about:
    'Examples of every component of card schema 2.0. Press and choose: you see what a bot would be sent. There is no bot here, so nothing is sent.',
  index: 'Components',
  back: 'Back to the chats',
  json: 'JSON',
  jsonOf: (name) => `JSON of ${name}`,
  sent: 'A bot would be sent:',
  kinds: { card: 'Card', header: 'Header' },
  people: { ou_lin: 'Lin Xiao', ou_zhou: 'Zhou Yuan', ou_he: 'He Ye', ou_tang: 'Tang Yue' },
}
