import type { OpenId } from '../../../shared/domain/person.ts'

/** What the page shows of our own bot beside the sandbox's own controls; all of it is data. */
export type View = { title: string; sections: Section[]; people: PersonToBe[]; tour: Step[] }

export type Section = {
  id: string
  title: string
  lines: Line[]
  /** A table; the first row is its head. */
  rows?: string[][]
  actions: Action[]
}
export type Line = { label: string; value: string; tone?: 'good' | 'warn' | 'bad' }

export type Action = {
  id: string
  label: string
  primary?: boolean
  confirm?: string
  disabled?: boolean
  running?: boolean
  /** 0 to 1. */
  progress?: number
}

/** Somebody whom one may want to be; a folded group is opened when one looks for somebody in it. */
export type PersonToBe = { group: string; open_id: OpenId; label: string; folded?: boolean }

/** One step of the guided tour; `as` and `chat` are where it is done, `action` what the page offers for it. */
export type Step = {
  id: string
  title: string
  text: string
  as?: OpenId
  chat?: string
  action?: string
  /** The card that it leads to is still on its way. */
  waits?: boolean
  done: boolean
  /** It was not done, and this month it no longer can be. */
  missed?: boolean
}
