import type { Instant } from '../../../../shared/domain/instant.ts'
import type { Month } from '../../../../shared/domain/month.ts'
import { monthIn, timeIn } from './english-time.ts'
import { tourEn } from './tour.ts'
import type { Words } from './words.ts'

/** The agenda's actions; the days of the review have their numbers. */
const actions: Record<string, string> = {
  'confirm-opening': 'the city is asked whether to open the month',
  'remind-before': 'officers who still owe figures are reminded: due tomorrow',
  'remind-due': 'officers who still owe figures are reminded: due today',
  'overdue-1': 'first day overdue, officers and heads are urged',
  'overdue-2': 'second day overdue, the district and its group are told',
  'overdue-3': 'third day overdue, the city is told',
  close: 'the books are closed',
  'prepare-publication': 'the city previews the statistics and may press 发布',
}
const phases: Record<string, string> = {
  开表: 'opening',
  填报: 'filing',
  到期前一天: 'the day before it is due',
  到期日: 'the day it is due',
  结账: 'closing',
  发布: 'publishing',
  完: 'done',
}
const inEnglish = (phase: string): string => {
  const day = /\d+/.exec(phase)?.[0]
  if (day !== undefined) return `${phase.startsWith('补报') ? 'filing again' : 'review'}, day ${day}`
  return phases[phase] ?? phase
}
const firmsOf = (count: number) => `${count} ${count === 1 ? 'firm' : 'firms'}`

export const en: Words = {
  title: 'Liegui, a demonstration city',
  nothingToDo: 'There is nothing of that kind to do now.',
  busy: 'Something else is going on. Wait for it, or press “Stop” first.',
  stopped: 'Stopped. What was done remains.',
  failed: (why) => `It was not finished: ${why}. What was done remains; it can be started again.`,
  month: monthIn,
  time: timeIn,

  agenda: {
    title: 'Agenda',
    states: {
      confirming: 'waits for the city to press 开表',
      opening: 'is being opened',
      open: 'figures come in',
      closed: 'closed, waits for the city to press 发布',
      held: 'closed, publication held back',
      published: 'published',
    },
    thisMonth: 'This month',
    notYet: 'not yet to be opened',
    allDone: 'every month of the plan is done',
    due: 'Due',
    closes: 'Closes',
    next: 'Comes next',
    planned: ({ at, action }) => `${timeIn(at)}: ${actions[action] ?? 'districts are reminded to review'}`,
    none: 'nothing',
    toNext: 'Go there',
    toOverdue: 'To the first day overdue',
    toClose: 'To the close',
    toPublication: 'To the day of publication',
  },

  progress: {
    title: (month: Month) => `Progress of ${monthIn(month)}`,
    filed: 'Filed',
    of: (filed, firms) => `${filed} / ${firmsOf(firms)}`,
    questioned: 'To be explained',
    returned: 'Returned, not mended',
    late: 'Late',
    firms: firmsOf,
    head: ['Place', 'Firms', 'Filed', 'To review', 'Accepted'],
  },

  people: {
    title: 'Let people act',
    doing: 'Now',
    said: 'Just now',
    about: 'About',
    hint: 'Everybody presses on their own cards; watch it in the chats.',
    fileSlowly: 'Let everybody file (slowly)',
    fileQuickly: 'Let everybody file (fast)',
    review: 'Review',
    play: 'Play the whole month',
    playAsks:
      'Everybody files, urges and reviews by themselves, and time goes on until the statistics are published. It takes some minutes and can be stopped.',
    stop: 'Stop',
  },

  sending: {
    title: 'Sending',
    answers: 'Waiting · answers',
    notices: 'Waiting · notices',
    dead: 'Cannot be sent',
    messages: String,
    atLeast: (count) => `more than ${count}`,
    head: ['Message', 'Why'],
  },

  deeds: {
    going: (at: Instant) => `time goes to ${timeIn(at)}`,
    gone: (at: Instant) => `It is ${timeIn(at)}.`,
    opening: 'officers open their cards',
    filing: (firms) => `officers file, ${firmsOf(firms)} so far`,
    filed: (firms) =>
      `Everybody has filed, ${firmsOf(firms)}; a few offices say that they cannot, or nothing, and wait to be urged.`,
    reviewing: 'the districts review',
    reviewed: (through, all) => `the districts review, ${through} of ${all} are through`,
    allReviewed: (districts, returned) =>
      `${districts} districts are through, ${firmsOf(returned)} sent back.`,
    playing: (month) => `${monthIn(month)} is played`,
    phase: (month, phase, firms) => `${monthIn(month)}: ${inEnglish(phase)}, ${firmsOf(firms)} filed`,
    played: (month, firms) => `${monthIn(month)} is through, ${firmsOf(firms)} filed.`,
  },

  cast: {
    roles: {
      officer: 'township officer',
      head: 'head of the township office',
      district: 'district reviewer',
      city: 'city staff',
      leader: 'leader',
      auditor: 'auditor',
      administrator: 'administrator',
    },
    place: (place, role) => `${place} · ${role}`,
    all: (place) => `Everybody of ${place}`,
    city: 'City',
    districts: 'District',
    townships: 'Township',
    watch: 'Audit and administration',
    outsiders: 'Outsiders',
    outsider: 'not in the plan, and must see nothing',
  },

  tour: tourEn,
}
