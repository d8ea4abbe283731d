import { longMonth, type Month, previousMonth, shortMonth } from '../../shared/domain/month.ts'
import type { RegistryMove } from '../../shared/domain/registry.ts'

const moves = {
  add: '新增',
  move: '迁移',
  rename: '更名',
  tier: '调整梯队',
  deregister: '注销',
} as const satisfies Record<RegistryMove, string>
/** What a firm's entry may have been changed by: also a handover to another officer, and 入库. */
const stageMoves = { ...moves, handover: '交接', list: '已入库' } as const
type StageMove = keyof typeof stageMoves

/** One a line, told apart where a phone breaks a line in two. */
const bulleted = (names: readonly string[]): string => names.map((name) => `- ${name}`).join('\n')

export const registryWords = {
  moves,
  stageMoves,
  summary: '企业名册',
  notKeeper:
    '企业名册由区工信局维护，跨区迁移由市工信局办理。要新增、迁移、更名、注销企业，请与区工信局联系。',
  nameFirst: (word: string): string => `请写是哪一户，如“/企业 ${word} 某某机械”，或写 18 位代码。`,
  districtTitle: '先选是哪个地区',
  district: '地区',
  toForm: '下一步',
  noDistrict: '请先选地区，再按“下一步”。',
  otherDistrict: '迁到其他地区（市级办理）',

  addTitle: (district: string): string => `新增企业（${district}）`,
  addIntro: (next: Month): string =>
    `${shortMonth(previousMonth(next))}名册已定。新增的企业最早从${longMonth(next)}起进入名册，按“新增”前请对照营业执照。`,
  code: '统一社会信用代码（18 位）',
  name: '企业名称（与营业执照一致）',
  unit: '报送的乡镇、园区',
  division: '行业大类（GB/T 4754，06—46）',
  tier: '梯队',
  from: (month: Month): string => `从${longMonth(month)}起`,
  fromLabel: '从哪个月起',
  reason: '原因',
  reasons: {
    add: '如：新建投产，5月起纳入培育',
    move: '如：厂房搬到新园区',
    rename: '如：营业执照5月8日变更',
    deregister: '如：4月已办注销登记',
  },
  nothingLost: '历史数据跟着企业走，已开表的月份不受影响。',
  back: '返回修改',
  sure: '确是两家，新增',
  sureName: '确是两家，更名',
  sureFar: '确是这一户，更名',
  addAnyway: '确认新增',
  officer: '由谁经办（不选则全乡镇共用）',
  doubtTitle: (name: string): string => `再看一眼：${name}`,
  existsTitle: '没有新增：这个代码已在名册里',

  formTitle: (move: 'move' | 'rename' | 'deregister', name: string): string => `${moves[move]}：${name}`,
  now: (firm: { name: string; code: string; unit: string }): string =>
    `**${firm.name}**\n${firm.code} · 目前由${firm.unit}报送`,
  newName: '新名称（与营业执照一致）',
  newUnit: '迁到哪个乡镇、园区',
  deregisterConfirm: {
    title: '确认注销',
    text: '从所选月份起移出名册，不再填报。以前的数据都保留。',
  },

  doneTitle: (move: RegistryMove): string => `已${moves[move]}`,
  added: (name: string, code: string, unit: string, from: Month): string =>
    `**${name}**（${code}）已记入名册，从${longMonth(from)}起由${unit}填报。`,
  moved: (name: string, was: string, unit: string, from: Month): string =>
    `**${name}** 从${longMonth(from)}起由${unit}填报，${shortMonth(previousMonth(from))}及以前由${was}填报。历史数据跟着企业走，两边的经办人会收到一条通知。`,
  renamed: (was: string, name: string, from: Month): string =>
    `**${was}** 已更名为 **${name}**。${longMonth(from)}的名册起用新名，已开表的月份仍用原名。`,
  retiered: (name: string, tier: string): string => `**${name}** 的梯队已改为${tier}。`,
  deregistered: (name: string, from: Month): string =>
    `**${name}** 从${longMonth(from)}起移出名册，${shortMonth(previousMonth(from))}及以前照常填报，历史数据都保留。`,
  putOff: (from: Month): string => `本月名册已定，从${longMonth(from)}起生效。`,
  innerCheck:
    '这个代码的总校验位是对的，但第 9—17 位（原组织机构代码）的校验没有通过，个别老代码会这样。请对照营业执照核对一遍。',

  near: (names: readonly string[]): string =>
    `名册里有名称相近的企业：\n${bulleted(names)}\n\n如果是同一家，请不要重复新增；确是两家，再按一次确认。`,
  nearName: (names: readonly string[]): string =>
    `名册里有名称相近的企业：\n${bulleted(names)}\n\n请核对是否改错了户；确是两家，再按一次确认。`,
  farName: (was: string, name: string): string =>
    `原名：**${was}**\n新名：**${name}**\n和原名差别很大。请对照营业执照，核对是否改错了户；确是这一户，再按一次确认。`,
  nearOne: (name: string, code: string, place: string): string => `${name}（${code}，${place}）`,
  exists: (name: string, code: string, place: string, until?: Month): string =>
    `${code} 是“${name}”，在${place}的名册里${until ? `，${longMonth(until)}后注销` : ''}。`,
  existsOurs: '要换乡镇或改名，请按下面的按钮，不用新增。',
  existsElsewhere: '不在您的管辖范围。如果企业确已迁来，请与市工信局联系办理迁移，历史数据会一起过来。',

  stage: (stage: {
    move: StageMove
    from?: Month | undefined
    what: string
    by: string
    day: string
    reason: string
  }) =>
    [
      `${stage.from ? `${longMonth(stage.from)}起` : ''}${stageMoves[stage.move]}${stage.what}`,
      ...(stage.reason === '' ? [] : [`：${stage.reason}`]),
      `（${stage.by}，${stage.day}）`,
    ].join(''),
  listedOn: (day: string): string => `（批准日期${day}）`,
  fromTo: (was: string, is: string): string => `（${was}→${is}）`,
  stagesTitle: '**名册变动**',
  stagesLeft: (count: number): string => `更早还有 ${count} 次变动。`,
  ends: (until: Month): string => `${longMonth(until)}后移出名册。`,
  goes: (unit: string, from: Month): string => `从${longMonth(from)}起由${unit}报送。`,

  movedNotice: (name: string, from: string, to: string, effective: Month): string =>
    `“${name}”迁移：${shortMonth(previousMonth(effective))}及以前由${from}填报，从${longMonth(effective)}起由${to}填报。`,
} as const
