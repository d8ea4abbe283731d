import { Select } from '@douyinfe/semi-ui-19'
import type * as z from 'zod'
import type {
  multi_select_static as MultiShape,
  select_static as SingleShape,
} from '../../../platform/cards/shape/inputs.ts'
import { useWords } from '../words/words.ts'
import { usePress } from './busy.ts'
import type { Drawn } from './elements.tsx'
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
export type Offered = { value: string; label: string }

/** A list as short as this needs no search. */
const short = 8

export function SelectView({ element, path }: Drawn) {
  const { locale } = useSeat()
  const options = (element.options ?? []) as z.infer<typeof SingleShape>['options']
  const offered = options.map(({ text, value }) => ({ value, label: contentOf(text, locale) || value }))
  return <Choosing select={element as unknown as SelectElement} path={path} offered={offered} />
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
  const { value, set, problem } = useTyped(
    path,
    initialOf({ ...select, options: offered }) as string | string[],
  )
  const { working, tell } = useTelling(path, many)
  const choose = (chosen: unknown) => {
    const next = Array.isArray(chosen) ? chosen.map(String) : String(chosen ?? '')
    set(next)
    if (!many) tell(next)
  }
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
          onChange={choose}
          {...(many && { onDropdownVisibleChange: (open: boolean) => !open && tell(value) })}
        />
      )}
    </FieldFrame>
  )
}

/** Outside a form a choice is sent when it is made; several choices, when the list closes. */
function useTelling(path: string, many: boolean) {
  const form = useForm()
  const { working, press } = usePress()
  const { value: told, set: remember } = useTyped<unknown>(`${path}#told`, undefined)
  const tell = (value: string | string[]) => {
    if (form || value === '' || (many && (value === told || !Array.isArray(value)))) return
    remember(value)
    void press(Array.isArray(value) ? { button: path, options: value } : { button: path, option: value })
  }
  return { working: form ? undefined : working, tell }
}
