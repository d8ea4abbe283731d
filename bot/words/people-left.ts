export const peopleLeft = {
  somebody: '一位同志',
  told: (facts: {
    name: string
    units: readonly string[]
    /** Those of them where nobody files any more. */
    vacant: readonly string[]
    township: boolean
  }): string =>
    [
      `${facts.name}已不在本单位通讯录里，在${facts.units.join('、')}的身份已全部收回，发给其的卡片不再有效；已报的数不变。`,
      ...(facts.vacant.length > 0 ? [`${facts.vacant.join('、')}现在暂无经办人，提醒先发给分管同志。`] : []),
      facts.township ? '请发“/交接”指定接手的同志。' : '请系统管理员在人员名单里安排接手的同志。',
    ].join(''),
  notCompared: '今天没有和通讯录核对成：飞书没有答复。没有收回任何人的身份，明天会再核对。',
} as const
