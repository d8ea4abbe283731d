import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import * as z from 'zod'
import { SentTable } from '../../bot/cards/workbook-state.ts'
import { bundleFile } from '../../infra/aws/bundle.ts'
import { app, TABLE } from '../../infra/local/app.ts'
import { askTemplate, typedBy } from '../../infra/local/month/by-workbook.ts'
import { type OnCard, readCard } from '../../infra/local/month/card-reader.ts'
import { fileNamed, handIn } from '../../infra/local/month/hand-in.ts'
import { filledIn } from '../../infra/local/month/sheet-in-hand.ts'
import { firstEntries } from '../../infra/local/month/table-entries.ts'
import { lambdaEnvironment } from '../build/lambda.ts'
import { type Measured, type Part, rounded } from './measured.ts'
import { type Filer, withTownship } from './one-township.ts'
import { tableWrites } from './table-writes.ts'

const FIRMS = 150
const ROWS = 5_000

const filledBy = async ({ desk, officer, table }: Filer) => {
  const typed = typedBy(firstEntries(desk, table), table)
  return fileNamed('填好.xlsx', await filledIn(await askTemplate(desk, officer, table), typed))
}

/** From the file that is dropped to the one that comes back marked: preview and 确认提交 between them. */
const filed = async (filer: Filer): Promise<number> => {
  const said = await filledBy(filer)
  const began = performance.now()
  const outcome = await handIn(filer.desk, filer.officer, said)
  const taken = [...(outcome?.results.values() ?? [])].filter((one) => one.taken).length
  return taken === FIRMS ? (performance.now() - began) / 1000 : Number.NaN
}

type Preview = { seconds: number; MB: number }

/** From the file that is dropped to the preview card; then the same once more by the worker alone, as it is deployed. */
const previewed = async (filer: Filer): Promise<Preview> => {
  const said = await filledBy(filer)
  const began = performance.now()
  const { card } = await filer.desk.client.handIn(filer.officer, said)
  const seconds = (performance.now() - began) / 1000
  if (!card || !isRight(JSON.stringify(card))) return { seconds: Number.NaN, MB: Number.NaN }
  return { seconds, MB: await byWorker(filer, readCard(card)) }
}

const isRight = (said: string): boolean => said.includes(`可提交 ${ROWS} 户`)

const Confirm = z.object({ programme: z.string(), table: SentTable })
const Once = z.object({ answer: z.string(), peakMB: z.number() })

/** The most memory that a process of the worker's bundle holds for this file, in MB. */
const byWorker = async ({ world, desk, officer }: Filer, card: OnCard): Promise<number> => {
  const button = card.buttons.find(({ token }) => token.flow === 'workbook' && token.step === 'confirm')
  const { programme, table: facts } = Confirm.parse(button?.token.state)
  const folder = await mkdtemp(join(tmpdir(), 'bench-preview-'))
  try {
    const source = fileURLToPath(new URL('preview-once.ts', import.meta.url))
    const { file } = await bundleFile(source, join(folder, 'preview-once.cjs'))
    const env = {
      ...{ ...lambdaEnvironment, ...app, LARK_DOMAIN: world.urls.sandbox, TABLE_NAME: TABLE },
      DYNAMODB_ENDPOINT: world.urls.store,
    }
    const job = JSON.stringify({ at: await desk.client.now(), programme, person: officer, facts })
    const { stdout } = await promisify(execFile)(process.execPath, [file, job], { env })
    const once = Once.parse(JSON.parse(stdout.split('\n').at(-1) ?? ''))
    return once.answer.includes(`"files":${ROWS}`) ? Math.round(once.peakMB) : Number.NaN
  } finally {
    await rm(folder, { recursive: true })
  }
}

export const workbook: Part = {
  name: 'workbook',
  async measure(say) {
    say(`writes of ${FIRMS} firms`)
    const { units, firms } = await tableWrites()
    say(`${FIRMS} firms, filed`)
    const seconds = await withTownship(FIRMS, filed)
    say(`${ROWS} rows, previewed`)
    const preview = await withTownship(ROWS, previewed)
    const all: Measured[] = [
      { key: 'workbook.wruPerFirm', value: rounded(units / firms), note: `${firms} firms in one table` },
      { key: 'workbook.township150Seconds', value: rounded(seconds), note: 'dropped, confirmed, marked' },
      { key: 'workbook.preview5000Seconds', value: rounded(preview.seconds), note: 'dropped, shown' },
      {
        key: 'workbook.preview5000MB',
        value: preview.MB,
        note: 'the whole process of the worker, as it is deployed',
      },
    ]
    return all
  },
}
