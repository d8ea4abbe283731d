import type { WebhookRequest } from './verify.ts'

/** What API Gateway hands to a Lambda (payload 2.0), as far as we read it. Header names come in lower case. */
type LambdaRequest = {
  rawPath: string
  headers: Readonly<Record<string, string | undefined>>
  requestContext: { http: { method: string } }
  body?: string
  isBase64Encoded: boolean
}

type LambdaAnswer = { statusCode: number; headers: Record<string, string>; body: string }

/** Straight from one to the other: a web framework's request object costs a fifth of a cold start. */
const requestIn = ({ rawPath, headers, requestContext, ...sent }: LambdaRequest): WebhookRequest => ({
  method: requestContext.http.method,
  path: rawPath,
  headers,
  body: Buffer.from(sent.body ?? '', sent.isBase64Encoded ? 'base64' : 'utf8'),
})

type Answering = (request: WebhookRequest) => Promise<{ status: number; body: object }>

/** A Lambda's handler; what answers is made at its first request, and again at the next when that failed. */
export const onLambda = (start: () => Answering | Promise<Answering>) => {
  let answering: Answering | undefined
  return async (event: LambdaRequest): Promise<LambdaAnswer> => {
    answering ??= await start()
    const { status, body } = await answering(requestIn(event))
    const headers = { 'content-type': 'application/json' }
    return { statusCode: status, headers, body: JSON.stringify(body) }
  }
}
