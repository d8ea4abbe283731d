import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { makeCreditCode } from '../../../shared/domain/credit-code.ts'
import { OpenId } from '../../../shared/domain/person.ts'
import { aSmallCity, people, programme, unit } from '../../build/small-city.ts'
import { startWorld } from '../sandbox/harness.ts'
import { admin } from './typed.ts'

const aCity = async () => {
  const city = await aSmallCity()
  const dir = await mkdtemp(join(tmpdir(), 'liegui-test-import-'))
  onTestFinished(() => rm(dir, { recursive: true, force: true }))
  const run = async (kind: string, name: string, content: string, args: string[] = [], env = {}) => {
    const file = join(dir, name)
    await writeFile(file, content)
    const typed = ['import', kind, file, '--json', '--endpoint', city.endpoint, ...args]
    const { code, out, errors } = await admin(typed, { AWS_REGION: 'local', ...env })
    return { code, errors, ...(out === '' ? {} : JSON.parse(out)) }
  }
  return { ...city, run }
}

it('previews people and writes them with --yes; by mobile through the address book', async () => {
  const { run, ports } = await aCity()
  const { sandbox, control } = await startWorld()
  const env = {
    ...{ LARK_APP_ID: sandbox.appId, LARK_APP_SECRET: sandbox.appSecret, LARK_DOMAIN: sandbox.url },
    ...{ LARK_ENCRYPT_KEY: sandbox.encryptKey, LARK_VERIFICATION_TOKEN: sandbox.verificationToken },
  }
  await control('POST', '/users', { open_id: 'ou_newcomer', name: '季望舒', mobile: '13800000001' })
  const csv = [
    '姓名,手机号,单位,岗位',
    '季望舒,13800000001,rucheng,经办人',
    '无此人,13800000002,rucheng,经办人',
    '季望舒,13800000001,rucheng,村长',
  ]
  const first = csv.slice(0, 3).join('\n')
  const seen = await run('people', 'people.csv', first, [], env)
  expect(seen.rows).toMatchObject([
    { rows: [2], is: 'new', say: '＋rucheng经办人' },
    { rows: [3], is: 'refused', say: expect.stringContaining('通讯录里没有') },
  ])
  const newcomer = () => ports.store.person(OpenId.parse('ou_newcomer'))
  expect(await newcomer()).toBeUndefined()
  const done = await run('people', 'people.csv', first, ['--yes'], env)
  expect([done.code, done.written, done.left]).toEqual([1, true, 0])
  expect((await newcomer())?.roles).toEqual([
    { programme: programme.id, role: 'officer', unit: unit.rucheng },
  ])
  const wrong = await run('people', 'people.csv', csv.join('\n'), [], env)
  expect(wrong.errors).toContain('岗位只能写')
  const unconfigured = await run('people', 'people.csv', first)
  expect(unconfigured.errors).toContain('请写 open_id')
})

it('takes units in as the next version of the plan, and refuses a circle and a unit of nowhere', async () => {
  const { run, ports } = await aCity()
  const rows = [
    { 单位名称: '新镇', 上级单位: 'tongzhou', 行政区划代码: '320612999', 起始月份: '2023-05' },
    { 单位名称: '甲', 上级单位: '乙', 编号: 'jia' },
    { 单位名称: '乙', 上级单位: '甲', 编号: 'yi' },
    { 单位名称: '丙', 上级单位: '没有的区', 编号: 'bing' },
  ]
  const done = await run('units', 'units.json', JSON.stringify(rows), ['--yes'])
  expect(done.errors).toContain('绕成了一圈')
  expect(done.errors).toContain('没有这个上级单位')
  const plan = await ports.store.plan(programme.id)
  expect(plan?.programme.version).toBe(programme.version + 1)
  expect(plan?.units.filter(({ name }) => ['新镇', '甲', '乙', '丙'].includes(name))).toMatchObject([
    { name: '新镇', from: '2023-05' },
  ])
})

it('puts firms on the record in the name of whoever keeps the registry', async () => {
  const { run, ports, firms } = await aCity()
  const [known, other] = firms
  if (known === undefined || other === undefined) throw new Error('a city has firms')
  const code = makeCreditCode('91320612', 'T9000001')
  const csv = [
    '统一社会信用代码,企业名称,乡镇,行业大类,梯度,状态',
    `${code},南通霜榆重型锻压有限公司,rucheng,34,${programme.tiers[0]?.name},在册`,
    `${known.code},南通岚槿数控装备有限公司,jinsha,,,`,
    `${other.code},${other.name},jinsha,,,注销`,
    '91320612MA00000000,抄错有限公司,jinsha,34,,',
  ].join('\n')
  const nobody = await run('firms', 'firms.csv', csv)
  expect([nobody.code, nobody.errors]).toEqual([2, expect.stringContaining('--by')])
  const done = await run('firms', 'firms.csv', csv, ['--yes', '--by', people.city.id])
  expect(done.rows.map(({ is }: { is: string }) => is)).toEqual(['new', 'changed', 'gone', 'refused'])
  const history = await ports.store.history(programme.id, known.code)
  expect(history?.enterprise.name).toBe('南通岚槿数控装备有限公司')
  expect(history?.stages).toMatchObject([
    { move: 'rename', by: people.city.id, via: 'admin:firms', reason: 'firms.csv' },
  ])
  expect((await ports.store.history(programme.id, code))?.enterprise.unit).toBe(unit.rucheng)
})

it('prints a template', async () => {
  const { code, out } = await admin(['import', 'people', '--template'])
  expect([code, out]).toEqual([0, expect.stringContaining('姓名,手机号')])
})
