import { app, sealed, signedRequest } from '../shared/lark/feishu.ts'

/** A Lambda's environment, and nothing else of ours. */
export const lambdaEnvironment = {
  PATH: '/usr/bin:/bin',
  AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
  ...{ LARK_APP_ID: app.appId, LARK_APP_SECRET: 'secret', LARK_ENCRYPT_KEY: app.encryptKey },
  ...{ LARK_VERIFICATION_TOKEN: app.verificationToken, AWS_REGION: 'cn-north-1' },
}

/** The envelope, signed and encrypted now, as API Gateway hands it over: JSON. */
export const lambdaEvent = (envelope: unknown): string => {
  const at = Date.now()
  const { headers, body, path, method } = signedRequest(sealed(envelope), { at })
  const http = { method, path, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' }
  return JSON.stringify({
    ...{ version: '2.0', routeKey: '$default', rawPath: path, rawQueryString: '', headers },
    requestContext: { http, domainName: 'test', stage: '$default', requestId: '1', timeEpoch: at },
    ...{ body: new TextDecoder().decode(body), isBase64Encoded: false },
  })
}
