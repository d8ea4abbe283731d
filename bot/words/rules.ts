import type { Severity } from '../../shared/domain/rules/rule.ts'

export const rulesWords = {
  title: '现在用的核对规则',
  intro: '规则只看数，不看人。每条提问下面也有“为什么问这个”。',
  groups: {
    refuse: '不收，改好再交',
    explain: '收下，请说明原因（原因＋至少 8 个字）',
    hint: '只给区县审核时看，不问填报人，不作结论',
  } satisfies Record<Severity, string>,
  group: (title: string, count: number): string => `**${title}**（${count} 条）`,
  line: (name: string, why: string): string => `- ${name}：${why}`,
} as const
