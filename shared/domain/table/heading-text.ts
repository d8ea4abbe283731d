import { type Month, readMonth } from '../month.ts'
import { plain } from './sheet.ts'
import { readUnit } from './units.ts'

/** One heading, read: `应税销售（万元）` of 3月 is the word 应税销售 with the unit 万元. */
export type HeadingText = {
  /** Without unit, brackets and the month in hand; '' where nothing else is written. */
  word: string
  unit?: string
  /** 上月, 去年同期, 累计, 同比, or a month that is not the one in hand: no place for this month's figures. */
  isOther: boolean
  /** The other month, where one is named. */
  month?: Month
  /** What stands in brackets and is no unit: 地方留成. */
  aside: string
}

const OTHER =
  /上月|上个月|上期|去年|上年|前年|同期|同比|环比|累计|增长|增幅|增减|增速|较上|比上|占比|占.*比|比重|比例|率$|全年|年度|季度|本年|今年|预计|预测|计划|目标|任务|平均|人均|其中|\d{1,2}月?[-至到~—–]\d{1,2}月/
const NAMED_MONTH =
  /(?:\d{4}[-./年]?|\d{2}年)?(?:今年|去年|前年)?(?:\d{1,2}|十[一二]?|[一二三四五六七八九])月份?(?!\d)|\d{4}[-./]\d{1,2}(?![\d])/g
const RANGE = /\d{1,2}月?[-至到~—–]\d{1,2}月/
const BRACKETS = /[([【〔{]([^)\]】〕}]*)[)\]】〕}]?/g
const SIGNS = /[*:、,;.。_/|"'“”《》<>-]/g
/** The unit behind a blank or a stroke, or the longer ones without any. */
const TRAILING = /(?:[\s/:、_-]+(\S{1,4})|([万千百亿]元|[万亿]?千瓦时|万度|万?kwh))$/i

/** The months that a text names, read against the month in hand. */
export const monthsIn = (text: string, inHand: Month): Month[] =>
  [...plain(text).replace(RANGE, '').matchAll(NAMED_MONTH)].flatMap(([written]) => {
    const read = readMonth(written)
    return typeof read === 'function' ? [read(inHand)] : []
  })

export const readHeading = (text: string, inHand: Month): HeadingText => {
  const asides: string[] = []
  let unit: string | undefined
  const outside = text.normalize('NFKC').replace(BRACKETS, (_, inside: string) => {
    const stated = readUnit(inside.replace(/^\s*(计量)?单位\s*:?/, ''))
    if (stated) unit = stated
    else asides.push(plain(inside))
    return ' '
  })
  const trimmed = outside.trim().replace(/[:*]+$/, '')
  const alone = readUnit(trimmed)
  const trailing = TRAILING.exec(trimmed)
  const behind = readUnit(trailing?.slice(1).find((one) => one !== undefined) ?? '')
  const bare = alone ? '' : behind ? trimmed.slice(0, trailing?.index) : trimmed
  const whole = `${plain(bare)}${asides.join('')}`.toLowerCase()
  const month = monthsIn(whole, inHand).find((one) => one !== inHand)
  const ownMonth = whole.replace(RANGE, '累计').replace(NAMED_MONTH, '')
  const stated = unit ?? alone ?? behind
  return {
    word: plain(bare).toLowerCase().replace(NAMED_MONTH, '').replace(SIGNS, ''),
    ...(stated && { unit: stated }),
    isOther: month !== undefined || OTHER.test(ownMonth),
    ...(month && { month }),
    aside: asides.join('').replace(NAMED_MONTH, ''),
  }
}

/** Words that say nothing of which figure it is. */
const FILLERS =
  /本月|当月|本期|当期|实际|完成|发生|数据|情况|指标|数额|总额|金额|合计|总计|数值|填报|填写|不含税|必填|选填|的|数$|额$|值$/g

export const withoutFillers = (word: string): string => word.replace(FILLERS, '')
