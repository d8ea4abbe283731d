import type { CreditCode } from '../../shared/domain/enterprise.ts'
import type { Person } from '../../shared/domain/person.ts'
import type { Ports } from '../../shared/ports.ts'
import type { Call } from '../shared/store/wire.ts'
import { codes } from './codes.ts'
import { type MeteredTownship, wang, zhang } from './township.ts'

/** What happens with a page; everything is warm and nobody interferes unless it is said. */
export type Pressing = {
  name: string
  step?: string
  /** What is typed for a firm. */
  sales?: string
  /** Firms whose figures are there already when a page of so many is filed, and who filed them. */
  filed?: (firms: number) => readonly CreditCode[]
  by?: Person
  /** The page was drawn before that. */
  stale?: boolean
  temper?: 'cold' | 'conflict'
}

/** The township is filed from the first firm to the last. */
export const inOrder: readonly Pressing[] = [
  { name: 'clean figures' },
  { name: 'explained figures', sales: '9000.25' },
  { name: 'then the next page', step: 'next' },
  { name: 'then the other layout', step: 'view' },
  { name: 'the last page', filed: (firms) => codes.slice(firms) },
]

/** What happens now and then. */
export const outOfOrder: readonly Pressing[] = [
  { name: 'then the page before', step: 'previous' },
  { name: 'the firms left are far apart', filed: (firms) => codes.slice(firms, -3), step: 'next' },
  { name: 'a colleague filed the next 60', filed: (firms) => codes.slice(firms, firms + 60), step: 'next' },
  { name: 'a colleague was faster', filed: (firms) => codes.slice(0, firms), by: wang, stale: true },
]
export const cold: Pressing = { name: 'cold', temper: 'cold' }
export const conflict: Pressing = { name: 'after a conflict', temper: 'conflict' }

const typed = (code: string, sales: string): Record<string, string> => ({
  ...{ [`sales_${code}`]: sales, [`tax_${code}`]: '52.1', [`power_${code}`]: '31.7' },
  [`staff_${code}`]: '125',
  [`why_sales_${code}`]: '集中开票、交付验收',
  [`say_sales_${code}`]: '三月交付两台大型设备，合同款集中开票',
})
const formOf = (some: readonly CreditCode[], sales: string): Record<string, string> =>
  Object.assign({}, ...some.map((code) => typed(code, sales)))

/** Every call to DynamoDB, and each that was refused, of one press on a page of so many firms. */
export const callsOf = async (
  here: MeteredTownship,
  month: string,
  firms: number,
  pressing: Pressing,
): Promise<Call[]> => {
  const { step = 'submit', sales = '1860.5', filed = () => [], by = zhang, stale = false, temper } = pressing
  const of = await here.open(month)
  const drawn = await here.sequenceOf(of)
  const fileAside = async (some: readonly CreditCode[], as: Person) => {
    const page = { codes: [...some], seen: await here.sequenceOf(of), step: 'submit', as }
    await here.press(of, { ...page, form: formOf(some, '1850.5') }, here.ports.aside)
  }
  const before = filed(firms)
  for (let from = 0; from < before.length; from += 20) await fileAside(before.slice(from, from + 20), by)
  const page = codes.slice(0, firms)
  const seen = stale ? drawn : await here.sequenceOf(of)
  const { warm, cold } = here.ports
  const colleague = () => fileAside(codes.slice(-1), wang)
  const ports = temper === 'cold' ? cold() : temper === 'conflict' ? meeting(warm, colleague) : warm
  return here.during(() => here.press(of, { codes: page, seen, step, form: formOf(page, sales) }, ports))
}

/** Between the first reading and its commit somebody else files. */
const meeting = (ports: Ports, somebody: () => Promise<void>): Ports => {
  let met = false
  return {
    ...ports,
    store: {
      ...ports.store,
      async commit(changes, mark) {
        if (!met) await somebody()
        met = true
        return ports.store.commit(changes, mark)
      },
    },
  }
}
