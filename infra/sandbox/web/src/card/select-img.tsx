import { useState } from 'react'
import type * as z from 'zod'
import type { select_img as SelectImgShape } from '../../../platform/cards/shape/inputs.ts'
import { useWords } from '../words/words.ts'
import { usePress } from './busy.ts'
import { words as cardWords } from './card-words.ts'
import type { Drawn } from './drawn.tsx'
import { useForm } from './form.tsx'
import { useTyped } from './form-draft.ts'
import { FieldFrame, type Named } from './form-field.tsx'
import { contentOf } from './form-words.ts'
import { EnlargeButton } from './picture/enlarge-button.tsx'
import { Enlarged } from './picture/enlarged.tsx'
import { useSeat } from './seat.ts'
import './select-img.css'

type SelectImgElement = z.infer<typeof SelectImgShape>

/** Images to choose from: one, or in a form, many. */
export function SelectImgView({ element: select, path }: Drawn<SelectImgElement>) {
  const words = useWords().inputs
  const form = useForm()
  const { working, press } = usePress()
  const many = form !== undefined && select.multi_select === true
  const { value, set, problem } = useTyped<string | string[]>(path, many ? [] : '')
  const chosen = Array.isArray(value) ? value : [value]
  const choose = (one: string) => {
    if (!many) set(one)
    else set(chosen.includes(one) ? chosen.filter((other) => other !== one) : [...chosen, one])
    if (!form) void press({ button: path, options: [one] })
  }
  const off = select.disabled === true || (form === undefined && working !== undefined)
  return (
    <FieldFrame field={select} path={path} problem={problem} fallback={words.select}>
      {(named) => (
        <div
          {...groupOf(named)}
          role={many ? 'group' : 'radiogroup'}
          className={`image-choices image-choices-${select.layout ?? 'bisect'}`}
        >
          {select.options.map((option, index) => (
            <Choice
              key={option.value}
              {...{ select, option, index, many, off }}
              chosen={chosen.includes(option.value)}
              choose={() => choose(option.value)}
            />
          ))}
        </div>
      )}
    </FieldFrame>
  )
}

// A group of choices is named, but only each choice is right or wrong.
const groupOf = ({ 'aria-required': _required, 'aria-invalid': _invalid, ...named }: Named) => named

type ChoiceOf = {
  select: SelectImgElement
  option: SelectImgElement['options'][number]
  index: number
  many: boolean
  off: boolean
  chosen: boolean
  choose: () => void
}

function Choice({ select, option, index, many, off, chosen, choose }: ChoiceOf) {
  const { imageOf, locale } = useSeat()
  const words = useWords().inputs
  const say = cardWords(locale)
  const tips = contentOf(option.disabled ? option.disabled_tips : option.hover_tips, locale)
  const called = contentOf(option.hover_tips, locale) || words.image(index + 1)
  const src = imageOf(option.img_key)
  const [large, setLarge] = useState(false)
  return (
    <div className="image-place">
      {/* biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles can be checked */}
      <button
        type="button"
        role={many ? 'checkbox' : 'radio'}
        aria-checked={chosen}
        aria-label={called}
        title={tips || undefined}
        className="image-choice"
        disabled={off || option.disabled === true}
        style={{
          aspectRatio: (select.aspect_ratio ?? '16:9').replace(':', ' / '),
          borderRadius: select.corner_radius,
        }}
        onClick={choose}
      >
        <img src={src} alt="" />
      </button>
      {select.can_preview && <EnlargeButton label={say.enlarge(called)} open={() => setLarge(true)} />}
      {large && (
        <Enlarged label={called} close={say.close} leave={() => setLarge(false)}>
          <img src={src} alt={called} />
        </Enlarged>
      )}
    </div>
  )
}
