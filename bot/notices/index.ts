import { standing } from '../../shared/domain/person.ts'
import { asksAt } from '../../shared/domain/programme.ts'
import type { Push } from '../../shared/domain/push.ts'
import type { Content, Ports } from '../../shared/ports.ts'
import type { Notice } from '../declare.ts'
import { refusals } from '../words/refusals.ts'
import answer from './answer.ts'
import ask from './ask.ts'
import attachment from './attachment.ts'
import blocked from './blocked.ts'
import colleague from './colleague.ts'
import correctionAsked from './correction-asked.ts'
import correctionDecided from './correction-decided.ts'
import correctionsPermitted from './corrections-permitted.ts'
import firmMoved from './firm-moved.ts'
import handedOver from './handed-over.ts'
import importCheck from './import-check.ts'
import importDifferences from './import-differences.ts'
import importFiled from './import-filed.ts'
import importPreview from './import-preview.ts'
import listFiled from './list-filed.ts'
import listPreview from './list-preview.ts'
import monthClosed from './month-closed.ts'
import opening from './opening.ts'
import operationsAlert from './operations-alert.ts'
import overdue from './overdue.ts'
import overdueCity from './overdue-city.ts'
import overdueDistrict from './overdue-district.ts'
import overdueHead from './overdue-head.ts'
import overdueReviewer from './overdue-reviewer.ts'
import overridden from './overridden.ts'
import personLeft from './person-left.ts'
import publication from './publication.ts'
import receipt from './receipt.ts'
import remind from './remind.ts'
import returned from './returned.ts'
import review from './review.ts'
import reviewLeader from './review-leader.ts'
import rosterFiled from './roster-filed.ts'
import rosterPreview from './roster-preview.ts'
import sentPrivately from './sent-privately.ts'
import standIn from './stand-in.ts'
import statistics from './statistics.ts'
import tableRefused from './table-refused.ts'
import toForward from './to-forward.ts'
import townshipNews from './township-news.ts'
import workFailed from './work-failed.ts'
import workbookFiled from './workbook-filed.ts'
import workbookPreview from './workbook-preview.ts'

/** Every kind of push. */
const notices: readonly Notice[] = [
  answer,
  ask,
  attachment,
  blocked,
  colleague,
  correctionAsked,
  correctionDecided,
  correctionsPermitted,
  handedOver,
  firmMoved,
  importCheck,
  importDifferences,
  importFiled,
  importPreview,
  listFiled,
  listPreview,
  monthClosed,
  opening,
  operationsAlert,
  overdue,
  overdueCity,
  overdueDistrict,
  overdueHead,
  overdueReviewer,
  overridden,
  personLeft,
  publication,
  receipt,
  remind,
  returned,
  review,
  reviewLeader,
  rosterFiled,
  rosterPreview,
  sentPrivately,
  standIn,
  statistics,
  tableRefused,
  toForward,
  townshipNews,
  workFailed,
  workbookFiled,
  workbookPreview,
]

/**
 * What a push says now; undefined when it is no longer true. A stranger learns nothing, whatever was asked. With the
 * app's id, a group's card leads to the private chat with the bot.
 */
export const renderPush =
  (ports: Ports, appId?: string) =>
  async (push: Push): Promise<Content | undefined> => {
    if (push.kind === 'outsider') return { text: refusals.outsider.say }
    const notice = notices.find(({ kind }) => kind === push.kind)
    const at = ports.clock.now()
    const stored = await ports.store.plan(push.programme)
    const plan = stored && asksAt(stored, at)
    if (notice === undefined || plan === undefined)
      throw new Error(
        `push ${push.id}: no notice of the kind ${push.kind}, or no programme ${push.programme}`,
      )
    const enrolled = 'person' in push.to ? await ports.store.person(push.to.person) : undefined
    const botChat = appId && `https://applink.feishu.cn/client/bot/open?appId=${appId}`
    const person = enrolled && standing(enrolled, at)
    return notice.render({ ports, plan, at, ...(botChat && { botChat }), ...(person && { person }) }, push)
  }
