import type { Enterprise } from '../../shared/domain/enterprise.ts'
import type { Month } from '../../shared/domain/month.ts'
import { nameOf } from '../../shared/domain/plan.ts'
import type { UnitPath } from '../../shared/domain/unit.ts'
import type { Plan } from '../../shared/ports.ts'
import type { Token } from '../declare.ts'
import { registryWords as words } from '../words/registry.ts'
import { footer } from './footer.ts'
import {
  type Card,
  card,
  escaped,
  form,
  input,
  note,
  press,
  type RootPart,
  row,
  shorten,
  submit,
  text,
} from './kit.ts'
import { districtForm, monthChoice, NAME_INPUT, nearLines, reasonInput, townshipChoice } from './registry.ts'

type Shown = { district: UnitPath; next: Month }
type Ways = { to: Token; elsewhere?: Token | undefined }

const firmNow = ({ units }: Plan, firm: Enterprise) =>
  text(
    words.now({
      name: escaped(shorten(firm.name, 60)),
      code: firm.code,
      unit: nameOf(units, firm.unit),
    }),
  )

const formCard = (plan: Plan, title: string, parts: readonly RootPart[]): Card =>
  card({ title, tone: 'wathet', summary: words.summary, parts: [...parts, footer(plan.programme)] })

const titled = (move: 'move' | 'rename' | 'deregister', firm: Enterprise): string =>
  words.formTitle(move, shorten(firm.name, 24))

/** 迁移; the city may look at another district's townships. */
export const moveForm = (
  plan: Plan,
  firm: Enterprise,
  { district, next }: Shown,
  { to, elsewhere }: Ways,
): Card =>
  formCard(plan, titled('move', firm), [
    firmNow(plan, firm),
    form('move_form', [
      note(words.newUnit),
      townshipChoice(plan, { district, next, placeholder: words.newUnit }),
      note(words.fromLabel),
      monthChoice(next),
      reasonInput(words.reasons.move),
      submit(words.moves.move, to, { kind: 'primary' }),
    ]),
    note(words.nothingLost),
    ...(elsewhere ? [text(words.otherDistrict), districtForm(plan, next, elsewhere)] : []),
  ])

/** 更名, with what was typed before. */
export const renameForm = (
  plan: Plan,
  firm: Enterprise,
  to: Token,
  typed: { name?: string; reason?: string } = {},
): Card =>
  formCard(plan, titled('rename', firm), [
    firmNow(plan, firm),
    form('rename_form', [
      input({ name: 'name', label: words.newName, maxLength: NAME_INPUT, value: typed.name }),
      reasonInput(words.reasons.rename, typed.reason),
      submit(words.moves.rename, to, { kind: 'primary' }),
    ]),
  ])

/** 注销. */
export const deregisterForm = (plan: Plan, firm: Enterprise, next: Month, to: Token): Card =>
  formCard(plan, titled('deregister', firm), [
    firmNow(plan, firm),
    form('deregister_form', [
      note(words.fromLabel),
      monthChoice(next),
      reasonInput(words.reasons.deregister),
      submit(words.moves.deregister, to, { kind: 'danger', confirm: words.deregisterConfirm }),
    ]),
  ])

type Once = { confirm: Token; back: Token }

/** 更名 to a name that is near another firm's: pressed once more, it is done. */
export const sameNameCard = (plan: Plan, name: string, near: readonly Enterprise[], ways: Once): Card =>
  onceMore(plan, name, { doubt: words.nearName(nearLines(plan, near)), sure: words.sureName }, ways)

/** 更名 to a name that has little of the old one: perhaps another firm was meant. */
export const otherNameCard = (plan: Plan, was: string, name: string, ways: Once): Card => {
  const doubt = words.farName(escaped(shorten(was, 60)), escaped(shorten(name, 60)))
  return onceMore(plan, name, { doubt, sure: words.sureFar }, ways)
}

const onceMore = (
  plan: Plan,
  name: string,
  { doubt, sure }: { doubt: string; sure: string },
  { confirm, back }: Once,
): Card =>
  card({
    title: words.doubtTitle(shorten(name, 24)),
    tone: 'orange',
    summary: words.summary,
    parts: [
      text(doubt),
      row([press(sure, confirm, { kind: 'primary' }), press(words.back, back)]),
      footer(plan.programme),
    ],
  })
