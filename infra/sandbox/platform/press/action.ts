import * as z from 'zod'
import { usageOf } from '../cards/usable.ts'
import { ControlRefusal } from '../refusal.ts'
import { type Component, type Found, findComponent } from './find.ts'
import { formValue, isInput, mustBeAllowed } from './form-value.ts'
import type { Pressed } from './pressed.ts'

/** What the client does about a press: open an address, put a form back, or call the bot. */
type Action =
  | { is: 'opened'; url: string }
  | { is: 'local'; say: string }
  | { is: 'callback'; action: Record<string, unknown>; url: string | null }

const OpenUrl = z.object({
  type: z.literal('open_url'),
  default_url: z.string().default(''),
  pc_url: z.string().default(''),
})
const Callback = z.object({ type: z.literal('callback'), value: z.unknown().default({}) })

const timezone = 'Asia/Shanghai'

export function actionOf(card: unknown, pressed: Pressed): Action {
  const found = findComponent(card, pressed.button)
  const { component, form } = found
  if (component.disabled) throw new ControlRefusal(`${pressed.button} is disabled.`, 409)
  if (form && component.tag === 'button') return inForm(found, form, pressed)
  if (form && isInput(component)) {
    throw new ControlRefusal(
      `${pressed.button} is an input of a form: press the form's button with a form_value.`,
      409,
    )
  }
  if (Object.keys(pressed.form_value).length > 0) {
    throw new ControlRefusal(`${pressed.button} is outside any form, so there is no form_value to send.`)
  }
  return alone(component, pressed)
}

function inForm({ component }: Found, form: Component, pressed: Pressed): Action {
  const does = component.form_action_type ?? component.action_type?.replace('form_', '')
  if (does === undefined) return alone(component, pressed)
  if (does === 'reset') return { is: 'local', say: 'The form shows its first values again.' }
  const form_value = formValue(form, pressed.form_value)
  const { url, value } = behaviourOf(component)
  return { is: 'callback', url, action: { ...base(component, value), form_value } }
}

function alone(component: Component, pressed: Pressed): Action {
  const { url, value, calls } = behaviourOf(component)
  const chosen = choice(component, pressed)
  const optionUrl = component.tag === 'overflow' ? urlOfOption(component, pressed.option) : null
  if (optionUrl !== null) return { is: 'opened', url: optionUrl }
  if (calls || usageOf(component.tag)?.callsAnyway) {
    return { is: 'callback', url, action: { ...base(component, value), ...chosen } }
  }
  return url === null
    ? { is: 'local', say: 'This component has no behaviour of its own.' }
    : { is: 'opened', url }
}

const base = ({ tag, name }: Component, value: unknown) => ({
  ...(value === undefined ? {} : { value }),
  tag,
  ...(name === undefined ? {} : { name }),
  timezone,
})

function behaviourOf({ behaviors = [], value }: Component) {
  const open = behaviors.map((one) => OpenUrl.safeParse(one)).find((one) => one.success)?.data
  const call = behaviors.map((one) => Callback.safeParse(one)).find((one) => one.success)?.data
  return {
    url: open ? open.default_url || open.pc_url : null,
    value: call?.value ?? value,
    calls: call !== undefined || value !== undefined,
  }
}

function choice(component: Component, pressed: Pressed): Record<string, unknown> {
  const field = usageOf(component.tag)?.carries ?? null
  if (field === null) return {}
  if (field === 'checked') return { checked: pressed.checked ?? component.checked !== true }
  return { [field]: needed(component, field, pressed[field]) }
}

function needed<T>(component: Component, field: string, value: T | undefined): T {
  if (value === undefined)
    throw new ControlRefusal(`Give ${field}: what is put into this ${component.tag}.`, 400, { field })
  mustBeAllowed(component, value)
  return value
}

const WithUrl = z.looseObject({ value: z.string(), multi_url: z.looseObject({ url: z.string() }) })

function urlOfOption({ options = [] }: Component, wanted: string | undefined): string | null {
  const found = options.map((one) => WithUrl.safeParse(one)).find((one) => one.data?.value === wanted)
  return found?.data?.multi_url.url ?? null
}
