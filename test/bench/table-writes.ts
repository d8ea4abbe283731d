import { stepsOf } from '../../bot/works/workbook-steps.ts'
import { filesOf } from '../../shared/files/files.ts'
import type { WorkPorts } from '../../shared/ports.ts'
import { codes } from './codes.ts'
import { aMeteredTownship, plan, zhang } from './township.ts'

const typed = { sales: '1860.5', tax: '51.3', power: '31.2', staff: '125' }
const gone = { is: 'refused', why: 'gone' } as const

/** Filing a table tells nobody; its receipt is the step after. */
const tell = () => {
  throw new Error('nobody is told while the firms are written')
}

/** What is written when a township is filed by one table: the units of all its commits. */
export const tableWrites = async (): Promise<{ units: number; firms: number }> => {
  const here = await aMeteredTownship()
  try {
    const of = await here.open('2023-01')
    const ports: WorkPorts = {
      ...here.ports.warm,
      files: filesOf(),
      inbox: { download: async () => ({ ...gone, code: 0 }), readText: async () => gone },
      contacts: { present: async (people) => new Set(people), byMobile: async () => new Map() },
      uploads: { upload: async () => 'file' },
    }
    const context = { ports, plan, at: ports.clock.now(), who: zhang, id: 'table', tell }
    const lines = codes.map((code, index) => ({ row: index + 1, name: code, code, typed }))
    const seen = await here.sequenceOf(of)
    const steps = stepsOf(context, { of, lines, seen, via: 'workbook:om_1' })
    const calls = await here.during(async () => {
      for (const { mark, changes } of steps) await ports.store.commit(await changes(), `table:${mark}`)
    })
    const units = calls
      .filter(({ command }) => command.startsWith('Transact'))
      .reduce((sum, call) => sum + call.units, 0)
    const filed = (await here.ports.aside.store.reports(of)).filter(({ state }) => state === 'submitted')
    return { units, firms: filed.length }
  } finally {
    await here.close()
  }
}
