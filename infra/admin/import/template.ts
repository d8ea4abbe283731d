/** Headings and a row to begin with, as .csv: what Excel opens and saves. */
export const templates = {
  people: '姓名,手机号,open_id,单位,岗位,状态\n某某,13800000000,,金沙街道,经办人,在岗\n',
  units:
    '单位名称,上级单位,行政区划代码,编号,起始月份,截止月份,状态\n某某街道,通州区,320612001,,2023-01,,正常\n',
  firms:
    '统一社会信用代码,企业名称,乡镇,行业大类,梯度,状态,确是两家\n91320612MA00000000,某某机械有限公司,金沙街道,34,成长,在册,\n',
} as const
