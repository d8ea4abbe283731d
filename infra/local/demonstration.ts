import { type Month, previousMonth } from '../../shared/domain/month.ts'
import { parsePlan } from '../../shared/domain/plan.ts'
import document from '../../shared/domain/programmes/nantong-2022-2024.json' with { type: 'json' }
import { dynamoClient, type StoreClient } from '../../shared/store/client.ts'
import { anybody, TABLE } from './app.ts'
import { type City, makeCity } from './city/city.ts'
import { loadSandbox } from './city/load-sandbox.ts'
import { loadStore } from './city/load-store.ts'
import type { Urls } from './world.ts'

/** The plan that both the demonstration city and the real firms live by. */
export const nantong = parsePlan(document)

/** The demonstration city on the eve of `month`, whose figures nobody has reported yet. */
export const demonstration = (month: Month, given: { seed?: number; firms?: number } = {}): City => {
  const { seed = 1, firms = 3000 } = given
  return makeCity({ plan: nantong, seed, firms, lastMonth: previousMonth(month) })
}

/** Nobody waits for these answers, and the machine may be busy. */
const PATIENT = { connectMs: 10_000, answerMs: 20_000 }

export const clientOf = ({ store }: Pick<Urls, 'store'>): StoreClient =>
  dynamoClient({ region: 'local', endpoint: store, credentials: anybody }, PATIENT)

/** Puts a city into the store and its people and groups into the sandbox. */
export const settleIn = async (city: City, urls: Urls): Promise<void> => {
  const client = clientOf(urls)
  await Promise.all([loadStore(city, client, TABLE), loadSandbox(city, urls.sandbox)])
  client.destroy()
}
