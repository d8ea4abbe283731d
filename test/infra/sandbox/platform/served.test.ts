import { expect, it } from 'vitest'
import { startWorld } from '../harness.ts'

const statusOf = async (url: string) => (await fetch(url)).status

it('whoever asks for the page waits until it is built, and everything else is answered meanwhile', async () => {
  let built = () => {}
  const page = new Promise<void>((resolve) => {
    built = resolve
  })
  const { sandbox, control } = await startWorld({ page })
  let answered = false
  const asked = fetch(`${sandbox.url}/`).then((answer) => {
    answered = true
    return answer.status
  })
  for (const path of ['/app', '/clock', '/users']) expect((await control('GET', path)).status).toBe(200)
  expect(answered).toBe(false)
  const browsed = await fetch(`${sandbox.url}/`, { headers: { accept: 'text/html,*/*' } })
  expect([browsed.status, browsed.headers.get('refresh')]).toEqual([503, '1'])
  expect(await browsed.text()).toContain('不用刷新')
  built()
  // Where nobody has built it, the page says so.
  expect([200, 503]).toContain(await asked)
})

it('what is no part of the page is not there, nor is the page where it is not wanted', async () => {
  const { sandbox } = await startWorld({ page: true })
  expect(await statusOf(`${sandbox.url}/assets/gone-1234.js`)).toBe(404)
  expect(await statusOf(`${sandbox.url}/package.json`)).toBe(404)
  expect(await statusOf(`${sandbox.url}/assets/..%2f..%2fbuild.ts`)).toBe(404)
  expect(await statusOf(`${(await startWorld()).sandbox.url}/`)).toBe(404)
})
