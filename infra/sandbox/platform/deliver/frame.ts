import protobuf from 'protobufjs'
import * as z from 'zod'

// The long connection's only message; field numbers are Feishu's.
const FrameType = new protobuf.Type('Frame')
  .add(new protobuf.Field('SeqID', 1, 'uint64'))
  .add(new protobuf.Field('LogID', 2, 'uint64'))
  .add(new protobuf.Field('service', 3, 'int32'))
  .add(new protobuf.Field('method', 4, 'int32'))
  .add(new protobuf.Field('headers', 5, 'Header', 'repeated'))
  .add(new protobuf.Field('payloadEncoding', 6, 'string'))
  .add(new protobuf.Field('payloadType', 7, 'string'))
  .add(new protobuf.Field('payload', 8, 'bytes'))
  .add(new protobuf.Field('LogIDNew', 9, 'string'))
FrameType.add(
  new protobuf.Type('Header')
    .add(new protobuf.Field('key', 1, 'string'))
    .add(new protobuf.Field('value', 2, 'string')),
)
new protobuf.Root().add(FrameType)

const Frame = z.object({
  service: z.number().default(0),
  method: z.number().default(0),
  headers: z.array(z.object({ key: z.string(), value: z.string() })).default([]),
  payload: z.instanceof(Uint8Array).default(new Uint8Array()),
})
export type Frame = z.infer<typeof Frame>

export const method = { control: 0, data: 1 } as const

// SeqID and LogID are required on the wire, even when they are zero.
export const encodeFrame = (frame: Frame): Uint8Array =>
  FrameType.encode({ SeqID: 1, LogID: 1, ...frame }).finish()

export const decodeFrame = (bytes: Uint8Array): Frame =>
  Frame.parse(FrameType.toObject(FrameType.decode(bytes), { bytes: Buffer, longs: String }))

export const headerOf = (frame: Frame, key: string): string =>
  frame.headers.find((header) => header.key === key)?.value ?? ''
