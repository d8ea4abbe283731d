import { expect, it } from 'vitest'
import { readConfig, WrongConfiguration } from '../../shared/config.ts'

const right = {
  LARK_APP_ID: 'cli_a1b2c3d4e5f60718',
  LARK_APP_SECRET: 'a secret of the app',
  LARK_ENCRYPT_KEY: 'a key',
  LARK_VERIFICATION_TOKEN: 'a token',
}

it('fills in what has a standard', () => {
  expect(readConfig(right)).toMatchObject({
    TABLE_NAME: 'liegui',
    EVENT_WINDOW_SECONDS: 28_800,
    CALLBACK_WINDOW_SECONDS: 300,
  })
})

it('names every wrong key at once, tells what belongs there, and starts nothing', () => {
  const wrong = () =>
    readConfig({ ...right, LARK_APP_ID: 'x', LARK_ENCRYPT_KEY: '', DYNAMODB_ENDPOINT: 'nowhere' })
  expect(wrong).toThrow(WrongConfiguration)
  for (const key of ['LARK_APP_ID', 'LARK_ENCRYPT_KEY', 'DYNAMODB_ENDPOINT']) expect(wrong).toThrow(key)
  expect(wrong).not.toThrow('nowhere')
})

it('does not accept events for longer than an inbox mark lives', () => {
  expect(() => readConfig({ ...right, EVENT_WINDOW_SECONDS: '90000' })).toThrow(
    'EVENT_WINDOW_SECONDS: must be below 86400',
  )
})
