import { createHash, createHmac } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { configWith, readSecretsPlace, secretNames } from '../../shared/config.ts'
import { readSecrets, SecretsUnread } from '../../shared/secrets.ts'

type Asked = { headers: IncomingHttpHeaders; body: string }
type Answer = { status: number; body: string }

/** A Parameter Store on localhost that gives these answers one after the other, the last one for ever. */
const parameterStore = async (...answers: [Answer, ...Answer[]]) => {
  const asked: Asked[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (some) => {
      body += some
    })
    request.on('end', () => {
      const answer = answers[Math.min(asked.length, answers.length - 1)] ?? answers[0]
      asked.push({ headers: request.headers, body })
      response.writeHead(answer.status).end(answer.body)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example', sessionToken: 'session' }
  const endpoint = `http://127.0.0.1:${port}`
  return { asked, place: { prefix: '/liegui/dev/', region: 'cn-north-1', credentials, endpoint } }
}

const values = {
  LARK_APP_ID: 'cli_a1b2c3d4e5f60718',
  LARK_APP_SECRET: 'canary-secret',
  LARK_ENCRYPT_KEY: 'canary-key',
  LARK_VERIFICATION_TOKEN: 'canary-token',
}
const found = JSON.stringify({
  Parameters: Object.entries(values).map(([name, Value]) => ({ Name: `/liegui/dev/${name}`, Value })),
})
/** Signature version 4, worked out by hand from what came over the wire. */
const signed = ({ headers, body }: Asked): string => {
  const names = /SignedHeaders=([^,]*)/.exec(headers.authorization ?? '')?.[1] ?? ''
  const sha = (text: string) => createHash('sha256').update(text).digest('hex')
  const mac = (secret: string | Buffer, text: string) => createHmac('sha256', secret).update(text).digest()
  const lines = names.split(';').map((name) => `${name}:${headers[name]}\n`)
  const canonical = ['POST', '/', '', lines.join(''), names, sha(body)].join('\n')
  const scope = ['20261125', 'cn-north-1', 'ssm', 'aws4_request']
  const secret = scope.reduce<string | Buffer>(mac, 'AWS4example')
  const toSign = ['AWS4-HMAC-SHA256', '20261125T080000Z', scope.join('/'), sha(canonical)].join('\n')
  const credential = `Credential=AKIDEXAMPLE/${scope.join('/')}`
  return `AWS4-HMAC-SHA256 ${credential}, SignedHeaders=${names}, Signature=${mac(secret, toSign).toString('hex')}`
}
const now = new Date('2026-11-25T08:00:00Z')

it('asks once for all of them, decrypted and signed for this region, and the configuration holds them', async () => {
  const { asked, place } = await parameterStore({ status: 200, body: found })
  const secrets = await readSecrets(place, secretNames, now)
  expect(configWith(secrets)).toMatchObject(values)
  expect(asked).toHaveLength(1)
  const [{ headers, body }] = asked as [Asked]
  expect(JSON.parse(body)).toEqual({
    Names: secretNames.map((name) => `/liegui/dev/${name}`),
    WithDecryption: true,
  })
  expect(headers).toMatchObject({
    'x-amz-target': 'AmazonSSM.GetParameters',
    'x-amz-date': '20261125T080000Z',
    'x-amz-security-token': 'session',
  })
  expect(headers.authorization).toBe(signed({ headers, body }))
})

it('asks a second time when the first found nobody, and starts nothing when the second did neither', async () => {
  const busy = { status: 500, body: '' }
  const once = await parameterStore(busy, { status: 200, body: found })
  expect(await readSecrets(once.place, secretNames, now)).toEqual(values)
  const never = await parameterStore(busy)
  await expect(readSecrets(never.place, secretNames, now)).rejects.toThrow(SecretsUnread)
  expect(never.asked).toHaveLength(2)
})

it('a refusal is final, and no error tells what the store said', async () => {
  const refused = await parameterStore({ status: 400, body: found })
  const failing = readSecrets(refused.place, secretNames, now)
  await expect(failing).rejects.toThrow(/^the Parameter Store answered 400$/)
  expect(refused.asked).toHaveLength(1)
  const odd = await parameterStore({ status: 200, body: '{"Parameters":"canary-secret"}' })
  await expect(readSecrets(odd.place, secretNames, now)).rejects.not.toThrow('canary')
})

it('a secret that is not there is named, never shown', async () => {
  const { LARK_APP_SECRET: _, ...others } = values
  expect(() => configWith(others)).toThrow('LARK_APP_SECRET')
  expect(() => configWith(others)).not.toThrow('canary')
})

it('secrets are looked for where the environment says, or in the environment itself', () => {
  expect(readSecretsPlace({})).toBeUndefined()
  const aws = { AWS_REGION: 'cn-north-1', AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 'b' }
  expect(readSecretsPlace({ ...aws, SECRETS_PREFIX: '/liegui/dev/' })).toEqual({
    prefix: '/liegui/dev/',
    region: 'cn-north-1',
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
  })
  expect(() => readSecretsPlace({ ...aws, SECRETS_PREFIX: 'liegui' })).toThrow('/liegui/prod/')
})
