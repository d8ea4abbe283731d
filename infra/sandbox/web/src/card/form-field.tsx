import { Tooltip } from '@douyinfe/semi-ui-19'
import { type CSSProperties, type ReactNode, useId } from 'react'
import { useWords } from '../words/words.ts'
import { contentOf, type Said } from './form-words.ts'
import { useHeading } from './headings.ts'
import { useSeat } from './seat.ts'

type Field = {
  name?: string | undefined
  label?: Said | undefined
  label_position?: 'top' | 'left' | undefined
  placeholder?: Said | undefined
  width?: string | undefined
  required?: boolean | undefined
  disabled?: boolean | undefined
  disabled_tips?: Said | undefined
  hover_tips?: Said | undefined
}

/** What goes onto the element that a person types into or chooses with. */
export type Named = {
  id: string
  'aria-labelledby': string
  'aria-describedby'?: string
  'aria-required'?: true
  'aria-invalid'?: true
}

/** An input with its label, its star, what is wrong with it and why it cannot be used. */
export function FieldFrame({
  field,
  path,
  problem,
  fallback,
  children,
}: {
  field: Field
  path: string
  problem?: string | undefined
  /** What it is called when the card gives it no words. */
  fallback?: string
  children: (named: Named) => ReactNode
}) {
  const { locale } = useSeat()
  const words = useWords().inputs
  const id = useId()
  const heading = useHeading(path)
  const label = contentOf(field.label, locale)
  const called = label || contentOf(field.placeholder, locale) || fallback || words.input
  const tips = contentOf(
    field.disabled ? (field.disabled_tips ?? field.hover_tips) : field.hover_tips,
    locale,
  )
  const described = [problem && `${id}-problem`, tips && `${id}-tips`].filter(Boolean).join(' ')
  const named: Named = {
    id,
    'aria-labelledby': heading ? `${id}-of ${id}-label` : `${id}-label`,
    ...(described && { 'aria-describedby': described }),
    ...(field.required && { 'aria-required': true }),
    ...(problem !== undefined && { 'aria-invalid': true }),
  }
  const body = (
    <div className="field-body">
      {children(named)}
      {tips && (
        <span id={`${id}-tips`} className="only-heard">
          {tips}
        </span>
      )}
      {problem !== undefined && (
        <p id={`${id}-problem`} className="field-problem">
          {problem}
        </p>
      )}
    </div>
  )
  return (
    <div
      className={`field field-${field.label_position ?? 'top'}${field.required && label === '' ? ' field-starred' : ''}`}
      data-field={path}
      style={widthOf(field.width)}
    >
      {heading && (
        <span id={`${id}-of`} hidden>
          {heading}
        </span>
      )}
      <label htmlFor={id} className={label ? 'field-label' : 'only-heard'}>
        <span id={`${id}-label`}>{called}</span>
        {field.required && <i aria-hidden="true">*</i>}
      </label>
      {tips ? <Tooltip content={tips}>{body}</Tooltip> : body}
    </div>
  )
}

/** default is as wide as Feishu draws it, never wider than there is room. */
export function widthOf(width: string | undefined): CSSProperties {
  if (width === 'fill') return { width: '100%' }
  if (width === undefined || width === 'default' || width === 'auto') return {}
  return { width, maxWidth: '100%' }
}
