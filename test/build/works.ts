import { runWork } from '../../bot/works/index.ts'
import type { OpenId } from '../../shared/domain/person.ts'
import { filesOf } from '../../shared/files/files.ts'
import type { Downloaded, Ports, WorkPorts } from '../../shared/ports.ts'
import { runSteps } from '../../shared/usecases/run-steps.ts'

type Sent = { file?: Downloaded; text?: string }

/** Does a township's jobs as the worker would, with real workbooks; what Feishu keeps of a message is given by the test. */
export const worker = (ports: Ports, present?: WorkPorts['contacts']['present']) => {
  const uploaded: { name: string; bytes: Uint8Array }[] = []
  const kept = new Map<string, Sent>()
  const files = filesOf()
  const gone = new Set<OpenId>()
  const mobiles = new Map<string, { id: OpenId; name?: string }>()
  const work: WorkPorts = {
    ...ports,
    files,
    inbox: {
      download: async (message) => kept.get(message)?.file ?? { is: 'refused', why: 'gone', code: 234003 },
      readText: async (message) => {
        const text = kept.get(message)?.text
        return text === undefined ? { is: 'refused', why: 'gone' } : { is: 'text', text }
      },
    },
    contacts: {
      present: present ?? (async (people) => new Set(people.filter((id) => !gone.has(id)))),
      byMobile: async (numbers) => new Map([...mobiles].filter(([number]) => numbers.includes(number))),
    },
    uploads: {
      upload: async (name, bytes) => `file_${uploaded.push({ name, bytes })}`,
    },
  }
  const jobs = async () =>
    (await ports.store.pending('work', ports.clock.now() + 1_000, 100)).map(({ push }) => push)
  return {
    uploaded,
    /** Who is no longer in the address book. */
    gone,
    /** Whose number is whose. */
    mobiles,
    files,
    jobs,
    keep: (message: string, sent: Sent) => kept.set(message, sent),
    /** Every job that waits, once; the worker would take it out of its lane then. */
    async doJobs() {
      for (const pending of await ports.store.pending('work', ports.clock.now() + 1_000, 100)) {
        const steps = await runWork(work)(pending.push)
        if (steps) await runSteps(ports, pending.push, steps, async () => true)
        await ports.store.finish(pending, { is: 'done', at: ports.clock.now() })
      }
    },
    /** The rows of a file that was sent, hidden sheets too. */
    async rowsOf(bytes: Uint8Array) {
      const read = await files.readTable(bytes, 'x.xlsx')
      if (read.is === 'refused') throw new Error(read.why)
      return read.sheets
    },
  }
}
