/** The largest file that anybody fills in, with room to spare; what is above is refused unread. */
export const limits = {
  /** Of the file as it is sent. */
  bytes: 10_000_000,
  sheets: 8,
  rows: 20_000,
  columns: 60,
  /** With something in them, in all sheets. */
  cells: 300_000,
  /** In the zip of a workbook. */
  entries: 1_000,
  /** Of all entries together, unpacked. */
  bytesInside: 60_000_000,
  /** How many times larger an entry may become, once it is larger than `smallEntry` bytes. */
  ratio: 200,
  smallEntry: 1_000_000,
  /** Tags of XML in all parts that are read: what empty but formatted cells cost. */
  tags: 2_000_000,
  /** Definitions of columns; each may stand for all columns of a sheet. */
  columnTags: 512,
  merges: 20_000,
} as const
