import { crc32, inflateRawSync } from 'node:zlib'
import { must, Refused } from './refused.ts'
import type { ZipEntry } from './zip-directory.ts'

const HEADER = 0x04034b50
const HEADER_BYTES = 30

/** What an entry holds. One that holds anything but what the directory told is refused, and never unpacked further. */
export const unpack = (zip: Buffer, { method, checksum, packed, unpacked, offset }: ZipEntry): Buffer => {
  must(offset + HEADER_BYTES <= zip.length && zip.readUInt32LE(offset) === HEADER, 'damaged')
  const from = offset + HEADER_BYTES + zip.readUInt16LE(offset + 26) + zip.readUInt16LE(offset + 28)
  must(from + packed <= zip.length, 'damaged')
  const data = zip.subarray(from, from + packed)
  const held = method === 'stored' ? data : inflated(data, unpacked)
  must(held.length === unpacked && crc32(held) === checksum, 'damaged')
  return held
}

const inflated = (data: Buffer, most: number): Buffer => {
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(most, 1) })
  } catch (error) {
    const tooMuch = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    throw new Refused(tooMuch ? 'too-large' : 'damaged')
  }
}

/** A zip of these parts as they are: what the library gets to see instead of the file that somebody sent. */
export const storedZip = (parts: ReadonlyMap<string, Buffer>): Buffer => {
  const headers: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [path, data] of parts) {
    const name = Buffer.from(path)
    const about = Buffer.alloc(26)
    about.writeUInt16LE(20, 0)
    about.writeUInt32LE(crc32(data), 10)
    about.writeUInt32LE(data.length, 14)
    about.writeUInt32LE(data.length, 18)
    about.writeUInt16LE(name.length, 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(at, 10)
    headers.push(Buffer.from([0x50, 0x4b, 3, 4]), about, name, data)
    directory.push(Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), about, place, name)
    at += HEADER_BYTES + name.length + data.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006')
  end.writeUInt16LE(parts.size, 8)
  end.writeUInt16LE(parts.size, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...headers, list, end])
}
