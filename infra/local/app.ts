/** The keys of the Feishu app that exists only in the sandbox: they protect nothing. */
export const app = {
  LARK_APP_ID: 'cli_11ed0123456789ab',
  LARK_APP_SECRET: 'sandbox-app-secret',
  LARK_ENCRYPT_KEY: 'sandbox-encrypt-key',
  LARK_VERIFICATION_TOKEN: 'sandbox-verification-token',
}

export const TABLE = 'liegui'

/** What the embedded server asks for; it takes any. */
export const anybody = { accessKeyId: 'local', secretAccessKey: 'local' }
