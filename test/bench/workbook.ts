import { askTemplate, typedBy } from '../../infra/local/month/by-workbook.ts'
import { fileNamed, handIn } from '../../infra/local/month/hand-in.ts'
import { filledIn } from '../../infra/local/month/sheet-in-hand.ts'
import { firstEntries } from '../../infra/local/month/table-entries.ts'
import { type Measured, type Part, rounded } from './measured.ts'
import { forgetPeak, peakMB } from './memory.ts'
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

type Preview = { seconds: number; MB: number; before: number | undefined }

/** From the file that is dropped to the preview card, and the most memory that the bot's process held meanwhile. */
const previewed = async (filer: Filer): Promise<Preview> => {
  const said = await filledBy(filer)
  const bot = filer.world.processes.find(({ name }) => name === 'bot')?.pid()
  if (bot !== undefined) forgetPeak(bot)
  const before = bot && peakMB(bot)
  const began = performance.now()
  const { card } = await filer.desk.client.handIn(filer.officer, said)
  const seconds = (performance.now() - began) / 1000
  const right = JSON.stringify(card).includes(`可提交 ${ROWS} 户`)
  return { seconds: right ? seconds : Number.NaN, MB: (bot && peakMB(bot)) ?? Number.NaN, before }
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
        note: 'the whole process of bot and worker, by tsx',
      },
    ]
    return all
  },
}
