import type { CreditCode } from '../../../shared/domain/enterprise.ts'
import type { OpenId } from '../../../shared/domain/person.ts'
import type { UnitPath } from '../../../shared/domain/unit.ts'
import type { Inactive } from '../city/truth.ts'
import type { Means } from './behaviour.ts'
import { buttonTo } from './card-reader.ts'
import { complete, isByIndicator, submit } from './complete.ts'
import { askWhatToDo, type Desk, type Held, newest, press } from './desk.ts'
import { contradicting, filled, firmsOn } from './filled.ts'

const REPORT = 'report-figures'

/** One officer's share of a township's firms. */
export type Share = {
  officer: OpenId
  township: UnitPath
  isMine: (code: CreditCode) => boolean
  byIndicator: boolean
  means: Means
}

/** Opens the first page of what is still to be filed; undefined when nothing is. */
const openPage = async (desk: Desk, { officer, township }: Share): Promise<Held | undefined> => {
  const way = { flow: REPORT, step: 'rest', township }
  const held = (await newest(desk, officer, way)) ?? (await askWhatToDo(desk, officer))
  if (held === undefined || !buttonTo(held.card, REPORT, 'rest', township)) return undefined
  const opened = await press(desk, held, way)
  return opened.changed ? opened.held : undefined
}

/** Files page after page, as long as there is a firm of the officer's own whose figures are known. */
export const file = async (desk: Desk, share: Share): Promise<void> => {
  let held = await openPage(desk, share)
  const skipped = new Set<string>()
  const tried: Tried = new Map()
  while (held) {
    const page = firmsOn(held.card)
    if (page.length === 0 || !page.every(share.isMine) || skipped.has(page.join())) return
    if (page.some((code) => isLeft(desk, tried, code))) {
      skipped.clear()
      for (const code of page) tried.set(code, takenOf(desk, code))
      const start = share.byIndicator ? await otherView(desk, held) : held
      held = await onward(desk, await complete(desk, start, true), 'rest')
    } else {
      skipped.add(page.join())
      held = await onward(desk, held, 'next')
    }
  }
}

/** How many figures of a firm had been taken when it was last on a page. */
type Tried = Map<CreditCode, number>
const takenOf = ({ knowledge }: Desk, code: CreditCode): number => knowledge.filed.get(code)?.size ?? 0

/**
 * A slip stops a page in the middle, and its firms come back with one figure of several; a firm that was sent back and
 * that nobody explains comes back for ever.
 */
const isLeft = (desk: Desk, tried: Tried, code: CreditCode): boolean => {
  const figures = desk.knowledge.truth.get(code)
  if (figures === undefined) return false
  const [before, now] = [tried.get(code), takenOf(desk, code)]
  return before === undefined || (now > before && now < Object.keys(figures).length)
}

const otherView = async (desk: Desk, held: Held): Promise<Held> =>
  isByIndicator(held.card) ? held : (await press(desk, held, { flow: REPORT, step: 'view' }, {})).held

/** The next page, or undefined when the card offers none. */
const onward = async (desk: Desk, held: Held, step: 'rest' | 'next'): Promise<Held | undefined> => {
  if (!held.card.buttons.some(({ token }) => token.flow === REPORT && token.step === step)) return undefined
  const gone = await press(desk, held, { flow: REPORT, step }, step === 'next' ? {} : undefined)
  return gone.changed ? gone.held : undefined
}

/** Two officers file the same page at once, with different figures; in the end the first one's stand. */
export const contest = async (desk: Desk, first: Share, second: Share): Promise<void> => {
  const [mine, theirs] = await Promise.all([openPage(desk, first), openPage(desk, second)])
  if (mine === undefined || theirs === undefined) return
  for (const code of firmsOn(mine.card)) desk.knowledge.typed.add(code)
  const form = filled(mine.card, desk.knowledge)
  const [one, other] = await Promise.all([
    submit(desk, mine, form),
    submit(desk, theirs, contradicting(form, desk.knowledge)),
  ])
  await complete(desk, one, true)
  if (other.card.buttons.some(({ token }) => token.step === 'mine')) await complete(desk, other, false)
}

/** 停产, 搬迁, 注销: one firm at a time, with the reason. */
export const halt = async (
  desk: Desk,
  { officer, township, isMine }: Share,
  inactive: ReadonlyMap<CreditCode, Inactive>,
): Promise<void> => {
  for (const [code, { condition, note }] of inactive) {
    if (!isMine(code)) continue
    const home = await askWhatToDo(desk, officer)
    if (home === undefined || !buttonTo(home.card, 'change-condition', 'choose', township)) return
    const chosen = await press(desk, home, { flow: 'change-condition', step: 'choose', township })
    const shown = await press(desk, chosen.held, { flow: 'change-condition', step: 'show' }, { firm: code })
    const way = { flow: 'change-condition', step: 'change' }
    const { changed } = await press(desk, shown.held, way, { condition, reason: note })
    if (changed) desk.memory.add({ is: 'halted', code, condition })
  }
}

/** 说明困难, instead of figures. */
export const tellDifficulty = async (desk: Desk, { officer, township }: Share): Promise<void> => {
  const flow = 'report-difficulty'
  const home =
    (await newest(desk, officer, { flow, step: 'ask', township })) ?? (await askWhatToDo(desk, officer))
  if (home === undefined || !buttonTo(home.card, flow, 'ask', township)) return
  const { held } = await press(desk, home, { flow, step: 'ask', township })
  const kind = held.card.selects[0]?.options[0] ?? ''
  await press(desk, held, { flow, step: 'tell' }, { kind, words: '请区里协助联系' })
}

/** Files again what was sent back. */
export const refile = async (desk: Desk, officer: OpenId): Promise<void> => {
  const returned = await newest(desk, officer, { flow: REPORT, step: 'submit' })
  if (returned === undefined) return
  const standing = returned.card.inputs.map(({ name, value }) => [name, value] as const)
  const form = { ...Object.fromEntries(standing), ...filled(returned.card, desk.knowledge) }
  await complete(desk, await submit(desk, returned, form), true)
}
