import { demonstration, settleIn } from '../../../infra/local/demonstration.ts'
import { startWorld } from '../../../infra/local/world.ts'
import { Day, instantOf } from '../../../shared/domain/instant.ts'
import { Month } from '../../../shared/domain/month.ts'

/** A runner of its own, to be killed: it starts a small world in the folder that it is given and says where that is. */
const [dir = ''] = process.argv.slice(2)
const world = await startWorld({
  dir,
  clock: new Date(instantOf(Day.parse('2023-03-09'), '09:00')).toISOString(),
  frozen: false,
  begin: (urls) => settleIn(demonstration(Month.parse('2023-02'), { firms: 60 }), urls),
  onLine: () => {},
})
process.stdout.write(`${JSON.stringify({ ...world.urls, pids: world.processes.map((one) => one.pid()) })}\n`)
