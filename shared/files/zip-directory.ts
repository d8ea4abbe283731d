import { limits } from './limits.ts'
import { must } from './refused.ts'

/** One entry as the directory at the end of a zip tells of it: all that is known before anything is unpacked. */
export type ZipEntry = {
  /** With `/` between folders, none at the start. */
  path: string
  method: 'stored' | 'deflated'
  checksum: number
  packed: number
  unpacked: number
  /** Where its own header begins. */
  offset: number
}

const END = 0x06054b50
const ENTRY = 0x02014b50
const END_BYTES = 22
const ENTRY_BYTES = 46
const LONGEST_COMMENT = 0xffff
const IN_EXTRA = 0xffffffff
const WIDE_SIZES = 1

/**
 * Every entry of a zip, or a refusal: too many of them, more inside than anybody fills in, growing beyond belief,
 * locked with a password, or not telling one truth. Nothing is unpacked, so a bomb costs no more than its directory.
 */
export const zipDirectory = (zip: Buffer): ZipEntry[] => {
  const end = endOf(zip)
  const count = zip.readUInt16LE(end + 10)
  must(count <= limits.entries, 'too-large')
  const entries: ZipEntry[] = []
  let at = zip.readUInt32LE(end + 16)
  for (let nth = 0; nth < count; nth++) {
    must(at + ENTRY_BYTES <= end && zip.readUInt32LE(at) === ENTRY, 'damaged')
    entries.push(entryAt(zip, at))
    at += ENTRY_BYTES + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  must(entries.reduce((sum, { unpacked }) => sum + unpacked, 0) <= limits.bytesInside, 'too-large')
  return entries
}

const endOf = (zip: Buffer): number => {
  const first = Math.max(0, zip.length - END_BYTES - LONGEST_COMMENT)
  for (let at = zip.length - END_BYTES; at >= first; at--)
    if (zip.readUInt32LE(at) === END && at + END_BYTES + zip.readUInt16LE(at + 20) === zip.length) return at
  must(false, 'damaged')
  return -1
}

const entryAt = (zip: Buffer, at: number): ZipEntry => {
  must((zip.readUInt16LE(at + 8) & 1) === 0, 'encrypted')
  const method = zip.readUInt16LE(at + 10)
  must(method === 0 || method === 8, 'damaged')
  const name = at + ENTRY_BYTES
  const extra = name + zip.readUInt16LE(at + 28)
  const { packed, unpacked } = sizesOf(zip, at, zip.subarray(extra, extra + zip.readUInt16LE(at + 30)))
  must(unpacked <= limits.smallEntry || unpacked <= packed * limits.ratio, 'too-large')
  must(method === 8 || packed === unpacked, 'damaged')
  return {
    path: zip.toString('utf8', name, extra).replaceAll('\\', '/').replace(/^\/+/, ''),
    method: method === 0 ? 'stored' : 'deflated',
    checksum: zip.readUInt32LE(at + 16),
    ...{ packed, unpacked, offset: zip.readUInt32LE(at + 42) },
  }
}

/** Some programs keep the sizes in the extra field, as 64 bits, however small the file is. */
const sizesOf = (zip: Buffer, at: number, extra: Buffer): { packed: number; unpacked: number } => {
  const packed = zip.readUInt32LE(at + 20)
  const unpacked = zip.readUInt32LE(at + 24)
  if (packed !== IN_EXTRA && unpacked !== IN_EXTRA) return { packed, unpacked }
  let field = 0
  while (field + 4 <= extra.length && extra.readUInt16LE(field) !== WIDE_SIZES)
    field += 4 + extra.readUInt16LE(field + 2)
  const wide = extra.subarray(field + 4)
  const first = unpacked === IN_EXTRA ? 8 : 0
  must(wide.length >= first + (packed === IN_EXTRA ? 8 : 0), 'damaged')
  return {
    unpacked: unpacked === IN_EXTRA ? Number(wide.readBigUInt64LE(0)) : unpacked,
    packed: packed === IN_EXTRA ? Number(wide.readBigUInt64LE(first)) : packed,
  }
}
