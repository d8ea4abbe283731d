import { longMonth, type Month } from '../../shared/domain/month.ts'
import { someOf } from './people.ts'

export const unitWords = {
  noMonth: '还没有开过表。开表后这里能看到进度。',
  notOpened: (month: Month): string => `${longMonth(month)}的数据没有开过表。不写月份，看最近一期。`,
  notFound: (name: string): string => `没有找到“${name}”。请写地区名，如“如皋市”“金沙街道”。`,
  several: (names: readonly string[]): string => `有几个地区对得上：${someOf(names, 6)}。请写全名再问一次。`,
} as const
