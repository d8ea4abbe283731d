import { createHash, createHmac, type Hmac } from 'node:crypto'
import { SignatureV4 } from '@smithy/signature-v4'
import * as z from 'zod'

/** Where secrets are kept: SecureStrings of the Parameter Store, under one path. */
export type SecretsPlace = {
  /** Begins and ends with a slash: `/liegui/prod/`. */
  prefix: string
  region: string
  credentials: { accessKeyId: string; secretAccessKey: string; sessionToken?: string }
  /** Of the Parameter Store; left out, it is the region's own. */
  endpoint?: string
}

const Parameters = z.object({
  Parameters: z.array(z.object({ Name: z.string(), Value: z.string() })),
})

/** A callback has three seconds in all, and this comes before its work. */
const ANSWER_MS = 1_000
const ATTEMPTS = 2

/** Their values by name, in one request. What is not there is left out. Errors carry no value. */
export const readSecrets = async (
  place: SecretsPlace,
  names: readonly string[],
  now: Date,
): Promise<Record<string, string>> => {
  const body = JSON.stringify({ Names: names.map((name) => place.prefix + name), WithDecryption: true })
  const read = Parameters.safeParse(await asked(place, body, now))
  if (!read.success) throw new SecretsUnread('the Parameter Store gave an answer that is none')
  return Object.fromEntries(
    read.data.Parameters.map(({ Name, Value }) => [Name.slice(place.prefix.length), Value]),
  )
}

const asked = async (place: SecretsPlace, body: string, now: Date): Promise<unknown> => {
  const url = new URL(place.endpoint ?? `https://ssm.${place.region}.${suffixOf(place.region)}`)
  const { headers } = await signerOf(place).sign(
    {
      ...{ method: 'POST', protocol: url.protocol, hostname: url.hostname, path: '/', body },
      headers: {
        host: url.host,
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': 'AmazonSSM.GetParameters',
      },
    },
    { signingDate: now },
  )
  for (let attempt = 1; ; attempt++) {
    const signal = AbortSignal.timeout(ANSWER_MS)
    const response = await fetch(url, { method: 'POST', headers, body, signal }).catch(() => undefined)
    if (response?.ok) return response.json()
    const again = response === undefined || response.status >= 500 || response.status === 429
    if (!again || attempt === ATTEMPTS)
      throw new SecretsUnread(`the Parameter Store answered ${response?.status ?? 'nothing'}`)
  }
}

/** The regions of China have a domain of their own. */
const suffixOf = (region: string) => (region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com')

const signerOf = ({ region, credentials }: SecretsPlace) =>
  new SignatureV4({ service: 'ssm', region, credentials, sha256: Sha256 })

type Hashed = ConstructorParameters<typeof SignatureV4>[0]['sha256']

/** Node's own hash, in the shape in which the signer asks for one. */
const Sha256 = class {
  readonly #hash: Hmac | ReturnType<typeof createHash>
  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.#hash = secret === undefined ? createHash('sha256') : createHmac('sha256', bytesOf(secret))
  }
  update(data: string | ArrayBuffer | ArrayBufferView) {
    this.#hash.update(bytesOf(data))
  }
  async digest() {
    return new Uint8Array(this.#hash.digest())
  }
  reset() {}
} satisfies Hashed

const bytesOf = (data: string | ArrayBuffer | ArrayBufferView): string | Uint8Array => {
  if (typeof data === 'string') return data
  return ArrayBuffer.isView(data)
    ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    : new Uint8Array(data)
}

/** The secrets could not be read; nothing was started. */
export class SecretsUnread extends Error {
  override name = 'SecretsUnread'
}
