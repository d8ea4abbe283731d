/** What a card may hold at its fullest, and why: Feishu refuses a card beyond its limits, and people see nothing. */
export const budget = {
  tags: { most: 180, because: 'Feishu refuses more than 200 elements and is not quite sure what it counts' },
  bytes: { most: 28 * 1024, because: 'Feishu documents 30 KB for a card' },
  tables: { most: 5, because: 'Feishu refuses the sixth table, those written in markdown included' },
  charts: { most: 5, because: 'a phone grows slow on more' },
} as const

/** What one part may hold. */
export const bounds = {
  headerTags: 3,
  words: 100,
  typed: 1000,
  tableColumns: 50,
  rowsShown: 10,
} as const
