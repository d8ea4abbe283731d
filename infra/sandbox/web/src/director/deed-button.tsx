import type { ReactNode } from 'react'
import '../card/button.css'

type Deed = {
  small?: boolean
  primary?: boolean
  disabled?: boolean
  busy: boolean
  /** What it is called where its words alone do not tell. */
  label?: string
  press: () => void
  children: ReactNode
}

/** A button that stays the same one while what it began is done, so that it keeps the focus and takes every press. */
export const DeedButton = ({ small, primary, disabled, busy, label, press, children }: Deed) => (
  <button
    type="button"
    className={`button button-${small ? 'small' : 'medium'} button-${primary ? 'primary_filled' : 'default'}`}
    disabled={disabled}
    aria-disabled={disabled || busy}
    aria-busy={busy}
    aria-label={label}
    onClick={() => !busy && press()}
  >
    {busy && <span className="spinner" />}
    <span className="button-words">{children}</span>
  </button>
)
