import { isKnown, standing } from '../../shared/domain/person.ts'
import { asksAt } from '../../shared/domain/programme.ts'
import type { Push } from '../../shared/domain/push.ts'
import type { WorkPorts } from '../../shared/ports.ts'
import type { Steps } from '../../shared/usecases/run-steps.ts'
import type { Work, WorkContext } from '../declare-work.ts'
import { workWords } from '../words/work.ts'
import comparePeople from './compare-people.ts'
import fileImport from './import-file.ts'
import fileList from './import-list-file.ts'
import passFirms from './pass-firms.ts'
import printSheet from './print-sheet.ts'
import readFile from './read-file.ts'
import readPaste from './read-paste.ts'
import fileRoster from './roster-file.ts'
import makeRoster from './roster-template.ts'
import fileTable from './workbook-file.ts'
import makeTemplate from './workbook-template.ts'

/** Every kind of job. */
const works: readonly Work[] = [
  comparePeople,
  passFirms,
  readFile,
  readPaste,
  makeTemplate,
  printSheet,
  fileTable,
  fileImport,
  fileList,
  fileRoster,
  makeRoster,
]

const workOf = ({ kind }: Push): Work | undefined => works.find((work) => work.kind === kind)

/** What a job does now; undefined for somebody who has left meanwhile. */
export const runWork =
  (ports: WorkPorts) =>
  async (job: Push): Promise<Steps | undefined> => {
    const work = workOf(job)
    const at = ports.clock.now()
    const stored = await ports.store.plan(job.programme)
    const plan = stored && asksAt(stored, at)
    if (work === undefined || plan === undefined)
      throw new Error(`job ${job.id}: no work of the kind ${job.kind}, or no programme ${job.programme}`)
    const enrolled = 'person' in job.to ? await ports.store.person(job.to.person) : undefined
    const who = enrolled && standing(enrolled, at)
    if (!isKnown(who)) return undefined
    const tell: WorkContext['tell'] = (kind, facts) => ({ is: 'push', push: told(job, at, kind, facts) })
    return work.run({ ports, plan, at, who, id: job.id, tell }, job)
  }

/** The sentence for whoever waits for a job that was given up. */
export const failedWork =
  ({ clock }: Pick<WorkPorts, 'clock'>) =>
  (job: Push): Push =>
    told(job, clock.now(), 'work-failed', { say: workOf(job)?.failed(job) ?? workWords.failed })

const told = (job: Push, due: Push['due'], kind: string, facts: Push['facts']): Push => ({
  id: `${kind}:${job.id}`,
  lane: 'answer',
  due,
  kind,
  programme: job.programme,
  to: job.to,
  facts,
  quiet: false,
  proactive: false,
  ...(job.replyTo !== undefined && { replyTo: job.replyTo }),
})
