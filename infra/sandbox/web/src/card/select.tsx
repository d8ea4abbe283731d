import { Select } from '@douyinfe/semi-ui-19'
import { useRef } from 'react'
import type * as z from 'zod'
import type {
  multi_select_static as MultiShape,
  select_static as SingleShape,
} from '../../../platform/cards/shape/inputs.ts'
import { useWords } from '../words/words.ts'
import { usePress } from './busy.ts'
import type { Drawn } from './drawn.tsx'
import { useForm } from './form.tsx'
import { useTyped } from './form-draft.ts'
import { FieldFrame } from './form-field.tsx'
import { initialOf } from './form-inputs.ts'
import { contentOf } from './form-words.ts'
import { useSeat } from './seat.ts'
import './select.css'

type Single = Omit<z.infer<typeof SingleShape>, 'tag' | 'options'>
type Multi = Omit<z.infer<typeof MultiShape>, 'tag' | 'options'>
/** One of four: of words or of people, one choice or many. */
export type SelectElement = (Single | Multi) & { tag: string }
type WordsElement = SelectElement & { options?: z.infer<typeof SingleShape>['options'] }
export type Offered = { value: string; label: string }

/** A list as short as this needs no search. */
const short = 8

export function SelectView({ element, path }: Drawn<WordsElement>) {
  const { locale } = useSeat()
  const offered = (element.options ?? []).map(({ text, value }) => ({
    value,
    label: contentOf(text, locale) || value,
  }))
  return <Choosing select={element} path={path} offered={offered} />
}

export function Choosing({
  select,
  path,
  offered,
}: {
  select: SelectElement
  path: string
  offered: Offered[]
}) {
  const words = useWords().inputs
  const { locale } = useSeat()
  const many = select.tag.startsWith('multi_')
  const fallback = select.tag.endsWith('person') ? words.person : words.select
  const placeholder = contentOf(select.placeholder, locale) || fallback
  const { value, problem, working, choose, turned } = useChoice({ ...select, options: offered }, path)
  return (
    <FieldFrame field={select} path={path} problem={problem} fallback={fallback}>
      {(named) => (
        <Select
          {...named}
          className={`choice${select.type === 'text' ? ' choice-bare' : ''}`}
          dropdownClassName="choices"
          motion={false}
          size="large"
          multiple={many}
          value={many ? value : value || undefined}
          optionList={offered}
          placeholder={placeholder}
          disabled={select.disabled === true || working !== undefined}
          loading={working === path}
          filter={offered.length > short}
          searchPosition="dropdown"
          searchPlaceholder={words.search}
          emptyContent={words.nothing}
          maxTagCount={3}
          showRestTagsPopover
          dropdownMatchSelectWidth
          {...(problem && { validateStatus: 'error' as const })}
          onChange={(chosen) => {
            choose(chosen)
            // The list stays open for more, and without a search only the box around it hears Esc.
            if (many && offered.length <= short) document.getElementById(named.id)?.focus()
          }}
          onDropdownVisibleChange={turned}
        />
      )}
    </FieldFrame>
  )
}

/** Outside a form a choice is sent when it is made; several choices, when their list closes. */
function useChoice(select: SelectElement & { options: Offered[] }, path: string) {
  const form = useForm()
  const { working, press } = usePress()
  const many = select.tag.startsWith('multi_')
  const initial = initialOf(select) as string | string[]
  const { value, set, problem } = useTyped(path, initial)
  const told = useRef(value)
  const open = useRef(false)
  const tell = (now: string | string[]) => {
    if (form || now === '' || String(now) === String(told.current)) return
    told.current = now
    void press(Array.isArray(now) ? { button: path, options: now } : { button: path, option: now })
  }
  const choose = (chosen: unknown) => {
    const now = Array.isArray(chosen) ? chosen.map(String) : String(chosen ?? '')
    set(now)
    if (!many || !open.current) tell(now)
  }
  const turned = (opens: boolean) => {
    open.current = opens
    if (many && !opens) tell(value)
  }
  return { value, problem, working: form ? undefined : working, choose, turned }
}
