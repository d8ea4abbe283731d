import { connect, createServer, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'
import * as z from 'zod'

/**
 * A server between a program and DynamoDB. `passes`: everything goes through. `silent`: accepts, and never answers.
 * `loses the answers to writes`: what is to be written is written, and nobody is told.
 */
type Manner = 'passes' | 'silent' | 'loses the answers to writes'

export const standBetween = async (endpoint: string) => {
  const { hostname, port } = new URL(endpoint)
  let manner: Manner = 'passes'
  const sockets = new Set<Socket>()
  const keep = (socket: Socket) => sockets.add(socket.once('close', () => sockets.delete(socket)))
  const server = createServer((near) => {
    const far = connect(Number(port), hostname)
    let isWrite = false
    keep(near).add(far)
    near.on('data', (bytes) => {
      isWrite ||= bytes.includes('TransactWriteItems')
      if (manner !== 'silent') far.write(bytes)
    })
    far.on('data', (bytes) => {
      if (!(manner === 'loses the answers to writes' && isWrite)) near.write(bytes)
    })
    near.on('close', () => far.end())
    for (const socket of [near, far]) socket.on('error', () => socket.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  const { port: own } = z.object({ port: z.number() }).parse(server.address())
  return {
    endpoint: `http://127.0.0.1:${own}`,
    be(next: Manner) {
      manner = next
    },
  }
}
