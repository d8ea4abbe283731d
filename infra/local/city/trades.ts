/**
 * The industry divisions of the demonstration city (GB/T 4754), weighted roughly as Nantong is known for: home
 * textiles, machinery, electrical goods, ships. `yuanPerKwh` is sales per kWh, `perHead` yearly sales in 万元 a worker.
 */
export type Trade = {
  division: string
  weight: number
  yuanPerKwh: number
  perHead: number
  products: readonly [string, ...string[]]
}

export const trades: readonly [Trade, ...Trade[]] = [
  {
    division: '17',
    weight: 17,
    yuanPerKwh: 22,
    perHead: 55,
    products: ['纺织', '家纺', '纺织品', '织造', '针织', '毛巾', '色织', '印染'],
  },
  {
    division: '18',
    weight: 9,
    yuanPerKwh: 95,
    perHead: 35,
    products: ['服饰', '制衣', '服装', '时装', '手套'],
  },
  {
    division: '34',
    weight: 12,
    yuanPerKwh: 55,
    perHead: 75,
    products: ['机械', '机械制造', '阀门', '轴承', '液压件', '压缩机', '齿轮箱'],
  },
  {
    division: '33',
    weight: 11,
    yuanPerKwh: 32,
    perHead: 70,
    products: ['金属制品', '钢绳', '钢丝', '五金', '钢结构', '铸锻', '紧固件'],
  },
  {
    division: '35',
    weight: 8,
    yuanPerKwh: 70,
    perHead: 75,
    products: ['智能装备', '纺织机械', '环保设备', '模具', '医疗器械'],
  },
  {
    division: '38',
    weight: 8,
    yuanPerKwh: 75,
    perHead: 90,
    products: ['电气', '电器', '线缆', '电机', '照明', '新能源'],
  },
  {
    division: '26',
    weight: 6,
    yuanPerKwh: 15,
    perHead: 110,
    products: ['化工', '新材料', '涂料', '助剂', '颜料'],
  },
  { division: '29', weight: 6, yuanPerKwh: 24, perHead: 75, products: ['塑业', '塑胶', '橡塑', '包装材料'] },
  {
    division: '39',
    weight: 5,
    yuanPerKwh: 60,
    perHead: 65,
    products: ['电子', '电子科技', '光电', '电容器', '半导体材料'],
  },
  {
    division: '37',
    weight: 4,
    yuanPerKwh: 48,
    perHead: 80,
    products: ['船舶配件', '船舶设备', '海洋装备', '船用阀门'],
  },
  {
    division: '30',
    weight: 4,
    yuanPerKwh: 20,
    perHead: 80,
    products: ['建材', '混凝土构件', '玻璃', '石墨'],
  },
  { division: '36', weight: 3, yuanPerKwh: 50, perHead: 70, products: ['汽车配件', '车业', '汽车零部件'] },
  { division: '13', weight: 3, yuanPerKwh: 60, perHead: 120, products: ['粮油', '饲料', '水产', '农产品'] },
  { division: '14', weight: 2, yuanPerKwh: 55, perHead: 60, products: ['食品', '调味品'] },
  { division: '28', weight: 2, yuanPerKwh: 14, perHead: 100, products: ['化纤', '纤维'] },
  { division: '41', weight: 2, yuanPerKwh: 70, perHead: 45, products: ['工艺品', '日用品', '体育用品'] },
  { division: '20', weight: 2, yuanPerKwh: 40, perHead: 60, products: ['木业', '板材'] },
  { division: '21', weight: 2, yuanPerKwh: 80, perHead: 50, products: ['家具', '家居'] },
  { division: '22', weight: 2, yuanPerKwh: 25, perHead: 75, products: ['纸业', '纸制品'] },
  { division: '23', weight: 2, yuanPerKwh: 45, perHead: 55, products: ['印刷', '印务'] },
  { division: '27', weight: 1, yuanPerKwh: 45, perHead: 85, products: ['医药', '生物科技'] },
  { division: '31', weight: 1, yuanPerKwh: 10, perHead: 120, products: ['特钢', '铸造'] },
  { division: '32', weight: 1, yuanPerKwh: 18, perHead: 130, products: ['铜业', '铝业'] },
  { division: '40', weight: 1, yuanPerKwh: 85, perHead: 60, products: ['仪表', '测控技术'] },
  { division: '42', weight: 1, yuanPerKwh: 35, perHead: 100, products: ['再生资源', '资源利用'] },
  { division: '43', weight: 1, yuanPerKwh: 70, perHead: 60, products: ['设备修理', '船舶修理'] },
  { division: '46', weight: 0.5, yuanPerKwh: 6, perHead: 60, products: ['水务', '供水'] },
  { division: '44', weight: 0.5, yuanPerKwh: 9, perHead: 110, products: ['热力', '热电'] },
]
