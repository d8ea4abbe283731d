import {
  correctionApplied,
  correctionChoice,
  correctionDecided,
  correctionForm,
  correctionPlaces,
  correctionSent,
} from '../../../bot/cards/correction-ask.ts'
import { correctionAnswered, correctionList, correctionLook } from '../../../bot/cards/correction-decide.ts'
import type { Card } from '../../../bot/cards/kit.ts'
import { permitGiven, permitList } from '../../../bot/cards/permit.ts'
import { permitCard } from '../../../bot/flows/permit-corrections.ts'
import type { Correction } from '../../../shared/domain/correction.ts'
import { judgeStored } from '../../../shared/domain/rules/judge.ts'
import {
  aReport,
  month,
  now,
  officer,
  plan,
  programme,
  reports,
  reviewer,
  townships,
  words,
} from './month.ts'

/** One firm's request: every figure, at its longest. */
export const aCorrection = (name: string, said = words): Correction => {
  const report = aReport(1)
  const { township, code, revision, figures } = report
  return {
    ...{ programme: programme.id, month, township, code, name, revision, number: 99 },
    before: figures,
    values: { ...figures, sales: report.reference.last?.sales ?? figures.sales },
    ...{ reason: said, by: officer.id, at: now, expires: now + 5 * 86_400_000, state: 'asked' },
  } as Correction
}
export const answered = (correction: Correction, reason: string): Correction => ({
  ...correction,
  state: 'refused',
  decided: { by: reviewer.id, at: now, reason },
})

const permitted = {
  permit: { by: reviewer.id, at: now, until: now + 86_400_000, reason: words },
  by: reviewer.name,
}

export const correctionCards = (): { name: string; card: Card }[] => {
  const report = aReport(1)
  const correction = aCorrection(report.name)
  const asked = reports.map(({ name }) => aCorrection(name))
  const findings = judgeStored(programme, report)
  const typed = Object.fromEntries(programme.indicators.map(({ id }) => [id, '一百五十万'.repeat(5)]))
  return [
    {
      name: 'correction-places',
      card: correctionPlaces(plan, { programme: programme.id, month }, townships),
    },
    { name: 'correction-choice', card: correctionChoice(plan, report, { reports, from: 0, asked, at: now }) },
    {
      name: 'correction-form',
      card: correctionForm(plan, report, { expires: now, typed, reason: words, findings }),
    },
    { name: 'permit-form', card: permitCard({ plan }, report) },
    { name: 'permit-given', card: permitGiven(plan, report, permitted) },
    {
      name: 'permit-list',
      card: permitList(
        plan,
        month,
        townships.map((township) => ({ township, ...permitted })),
        now,
      ),
    },
    { name: 'correction-applied', card: correctionApplied(plan, answered(correction, words)) },
    { name: 'correction-sent', card: correctionSent(plan, correction) },
    { name: 'correction-decided', card: correctionDecided(plan, answered(correction, words), reviewer.name) },
    { name: 'correction-list', card: correctionList(plan, month, asked) },
    { name: 'correction-look', card: correctionLook(plan, report, { correction, by: officer.name }) },
    { name: 'correction-answered', card: correctionAnswered(plan, answered(correction, words)) },
  ]
}
