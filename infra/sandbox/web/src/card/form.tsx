import { createContext, type RefObject, useContext, useRef, useState } from 'react'
import type * as z from 'zod'
import type { form as FormShape } from '../../../platform/cards/shape/containers.ts'
import { useWords } from '../words/words.ts'
import { usePress } from './busy.ts'
import type { Drawn } from './drawn.tsx'
import { Elements } from './elements.tsx'
import { type Draft, useDraft } from './form-draft.ts'
import { type FoundInput, formValue, inputsIn, labelOf, missingIn } from './form-inputs.ts'
import { layoutStyle } from './look/layout.ts'
import './form.css'

type FormElement = z.infer<typeof FormShape>

type Form = {
  confirm: FormElement['confirm']
  /** Says under each input that is required and empty what to do; answers whether the form can be sent. */
  complete: () => boolean
  submit: (button: string) => Promise<void>
  reset: () => void
}

const FormContext = createContext<Form | undefined>(undefined)

/** The form around a component; undefined outside any. */
export const useForm = (): Form | undefined => useContext(FormContext)

export function FormView({ element, path }: Drawn<FormElement>) {
  const { confirm, elements } = element
  const words = useWords().inputs
  const draft = useDraft()
  const { press } = usePress()
  const frame = useRef<HTMLDivElement>(null)
  const [hidden, setHidden] = useState<string>()
  const inputs = () => inputsIn(elements, `${path}.elements`)

  const form: Form = {
    confirm,
    complete: () => {
      const missing = missingIn(inputs(), draft)
      for (const { input, path: at } of missing) {
        const label = labelOf(input)
        const ask = input.tag === 'input' ? words.required : words.choose
        draft.problems.set(at, label === '' ? words.requiredPlain : ask(label))
      }
      draft.changed()
      const [first] = missing
      setHidden(first && !focusOn(frame, first) ? words.missingElsewhere(labelOf(first.input)) : undefined)
      return first === undefined
    },
    submit: (button) => press({ button, form_value: formValue(inputs(), draft) }),
    reset: () => {
      forget(inputs(), draft)
      setHidden(undefined)
    },
  }
  return (
    <FormContext value={form}>
      <div className="form" ref={frame} style={layoutStyle(element, '12px')}>
        <Elements elements={elements} path={`${path}.elements`} />
        {hidden !== undefined && (
          <p role="alert" className="field-problem">
            {hidden}
          </p>
        )}
      </div>
    </FormContext>
  )
}

function forget(inputs: readonly FoundInput[], draft: Draft) {
  for (const { path } of inputs) {
    draft.typed.delete(path)
    draft.problems.delete(path)
  }
  draft.changed()
}

/** Moves to the input; false when it is not on the page, as in a folded panel. */
function focusOn(frame: RefObject<HTMLDivElement | null>, { path }: FoundInput): boolean {
  const field = frame.current?.querySelector(`[data-field="${CSS.escape(path)}"]`)
  const able = field?.querySelector<HTMLElement>('input:not([type=hidden]), textarea, button, [tabindex="0"]')
  if (!able || able.getClientRects().length === 0) return false
  able.focus()
  return true
}
