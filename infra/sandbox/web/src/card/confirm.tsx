import { useEffect, useId, useRef } from 'react'
import { useWords } from '../words/words.ts'
import { contentOf, type Said } from './form-words.ts'
import { useSeat } from './seat.ts'
import './confirm.css'

export type Asked = { title: Said; text?: Said | undefined }

/** The question before a press. Esc and the ground around it answer no. */
export function ConfirmDialog({ asked, answer }: { asked: Asked; answer: (yes: boolean) => void }) {
  const words = useWords().inputs
  const { locale } = useSeat()
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => dialog.current?.showModal(), [])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc closes it, which the dialog itself hears
    <dialog
      ref={dialog}
      className="confirm"
      aria-labelledby={id}
      onCancel={() => answer(false)}
      onClick={(event) => event.target === dialog.current && answer(false)}
    >
      <div className="confirm-inside">
        <h2 id={id}>{contentOf(asked.title, locale)}</h2>
        {asked.text && <p>{contentOf(asked.text, locale)}</p>}
        <div className="confirm-buttons">
          <button type="button" className="button button-medium button-default" onClick={() => answer(false)}>
            {words.cancel}
          </button>
          <button
            type="button"
            className="button button-medium button-primary_filled"
            onClick={() => answer(true)}
          >
            {words.confirm}
          </button>
        </div>
      </div>
    </dialog>
  )
}
