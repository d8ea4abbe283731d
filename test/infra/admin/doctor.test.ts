import { expect, it } from 'vitest'
import { aSmallCity } from '../../build/small-city.ts'
import { startWorld } from '../sandbox/harness.ts'
import { admin } from './typed.ts'

const doctor = async (endpoint: string, env: Record<string, string> = {}) => {
  const { code, out } = await admin(['doctor', '--json', '--endpoint', endpoint], {
    AWS_REGION: 'local',
    ...env,
  })
  const findings: { what: string; say: string; mend?: string; isFatal?: true }[] = JSON.parse(out)
  return { code, of: (what: string) => findings.find((one) => one.what === what) }
}

it('says of each thing how it is and what to do', async () => {
  const city = await aSmallCity()
  const { sandbox } = await startWorld()
  const env = {
    ...{ LARK_APP_ID: sandbox.appId, LARK_APP_SECRET: sandbox.appSecret, LARK_DOMAIN: sandbox.url },
    ...{ LARK_ENCRYPT_KEY: sandbox.encryptKey, LARK_VERIFICATION_TOKEN: sandbox.verificationToken },
  }
  const well = await doctor(city.endpoint, env)
  expect(well.of('飞书')?.mend).toBeUndefined()
  expect(well.of('待发')?.say).toBe('没有积压。')
  expect(well.of('nt22 表号')?.mend).toBeDefined()
  expect(well.of('数据表的保护')?.say).toContain('内置数据库不用')
  expect(well.of('日志文件')?.mend).toContain('JOURNAL_FILE')
  expect(well.code).toBe(0)
  const wrong = await doctor(city.endpoint, { ...env, LARK_APP_SECRET: 'another' })
  expect([wrong.code, wrong.of('飞书')?.isFatal]).toEqual([1, true])
})

it('tells what is not set and what is not there', async () => {
  const { code, of } = await doctor('http://127.0.0.1:9')
  expect(code).toBe(1)
  expect(of('配置')?.say).toContain('LARK_APP_ID')
  expect(of('数据表')?.mend).toContain('npm run serve')
})
