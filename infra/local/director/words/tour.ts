/** What a step speaks of: people and places by name, months and instants in the reader's language. */
export type TourNames = Record<'month' | 'place' | 'officer' | 'head' | 'staff' | 'leader', string> &
  Record<'asks' | 'due' | 'overdue' | 'closes' | 'publishes', string>

type Text = (names: TourNames) => string

type TourWords = {
  titles: Record<'open' | 'file' | 'mistake' | 'overdue' | 'close' | 'read', string>
  /** When nobody is known by name. */
  head: string
  waiting: Text
  opening: Text
  filing: Text
  mistaking: Text
  overdue: Text
  closing: Text
  published: Text
  publishing: Text
  notAlone: Text
  tooLate: string
}

export const tourZh: TourWords = {
  titles: {
    open: '开表',
    file: '当经办人填报',
    mistake: '填错一个数',
    overdue: '逾期',
    close: '结账',
    read: '当领导看统计',
  },
  head: '分管负责同志',
  waiting: ({ month, asks, staff }) =>
    `${month}还没到开表的日子。按“到那一刻”走到${asks}，市工信的${staff}就收到问是否开表的卡片。`,
  opening: ({ month, staff }) =>
    `现在你是市工信的${staff}。在${month}的卡片上按“开表”，各乡镇的经办人随即收到填报卡。`,
  filing: ({ place, officer }) =>
    `现在你是${place}的经办人${officer}。打开填报卡，填一两户就提交，其余的先空着，后面要用。`,
  mistaking: ({ officer }) =>
    `还是${officer}：再填一户，把销售写成“一百五”，或多写四个零，再提交。机器人当场指出，照它说的改好。`,
  overdue: ({ due, overdue, officer, head }) =>
    `不要报齐。按“到逾期第一天”，时间走过截止的${due}，到${overdue}：${officer}收到逾期提醒，分管的${head}也会知道。`,
  closing: ({ closes }) =>
    `想看全市的数，先在导演台按“让大家填报”和“审核”。再按“到结账”走到${closes}：数字从此定住。`,
  published: ({ leader, month }) => `已发布。现在你是领导${leader}，到群里看${month}的统计分析。`,
  publishing: ({ publishes, staff, leader }) =>
    `按“到发布那天”走到${publishes}，统计先送给${staff}：预览后按“发布”，再以领导${leader}到群里看。`,
  notAlone: ({ month }) => `${month}不单独发布，和2月一起看：接着走2月就好。`,
  tooLate: '这个月已经结账，下个月再试。',
}

export const tourEn: TourWords = {
  titles: {
    open: 'Open the month',
    file: 'File as an officer',
    mistake: 'Make a mistake',
    overdue: 'Be overdue',
    close: 'Close',
    read: 'Read the statistics as a leader',
  },
  head: 'the head of the office',
  waiting: ({ month, asks, staff }) =>
    `${month} is not to be opened yet. “Go there” takes you to ${asks}, when ${staff} of the city’s staff gets the card that asks.`,
  opening: ({ month, staff }) =>
    `You are ${staff} of the city’s staff. On the card of ${month} press 开表 (open), and every township’s officer gets a card to fill in.`,
  filing: ({ place, officer }) =>
    `You are ${officer}, the officer of ${place}. Open the card with 开始填报 (begin), fill in one or two firms and press 提交本页 (submit); leave the others, they are needed later.`,
  mistaking: ({ officer }) =>
    `Still as ${officer}: fill in one more firm with “一百五” (words) as its 销售 (sales), or with four zeros too many, and submit. The bot points at it at once; mend it as it says.`,
  overdue: ({ due, overdue, officer, head }) =>
    `Do not file everything. “To the first day overdue” passes the deadline, ${due}, and stops at ${overdue}: ${officer} is reminded, and ${head} hears of it.`,
  closing: ({ closes }) =>
    `To see the whole city’s figures, first press “Let everybody file” and “Review” in the director’s panel. Then “To the close” goes to ${closes}: from then on the figures stand.`,
  published: ({ leader, month }) =>
    `It is published. You are ${leader}, a leader: read the statistics of ${month} in the group.`,
  publishing: ({ publishes, staff, leader }) =>
    `“To the day of publication” goes to ${publishes}, when ${staff} gets the statistics: look at the preview, press 发布 (publish), then read them in the group as ${leader}, a leader.`,
  notAlone: ({ month }) => `${month} is not published alone but with February: go on with February.`,
  tooLate: 'This month is closed; try it next month.',
}
