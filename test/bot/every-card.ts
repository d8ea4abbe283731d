import { correctionCards } from './fullest/correction.ts'
import { filingCards } from './fullest/filing.ts'
import { firmCards } from './fullest/firm.ts'
import { importCards } from './fullest/import.ts'
import { officerCards } from './fullest/officer.ts'
import { groupCards, officeCards } from './fullest/offices.ts'
import { operateCards } from './fullest/operate.ts'
import { registryCards } from './fullest/registry.ts'
import { reviewCards } from './fullest/review.ts'
import { rosterCards } from './fullest/roster.ts'
import { staffingCards } from './fullest/staffing.ts'
import { trailCards } from './fullest/trail.ts'
import { workbookCards } from './fullest/workbook.ts'

/** Every card that anybody is sent, at its fullest: for what Feishu takes, for the benchmark and for screenshots. */
export const everyCard = (): { name: string; card: object }[] => [
  ...officerCards(),
  ...filingCards(),
  ...firmCards(),
  ...registryCards(),
  ...reviewCards(),
  ...correctionCards(),
  ...staffingCards(),
  ...trailCards(),
  ...workbookCards(),
  ...importCards(),
  ...groupCards(),
  ...officeCards(),
  ...operateCards(),
  ...rosterCards(),
]
