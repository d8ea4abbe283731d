import { type MouseEvent, useId, useLayoutEffect, useRef } from 'react'
import { useWords } from '../words/words.ts'
import { contentOf, type Said } from './form-words.ts'
import { useSeat } from './seat.ts'
import './confirm.css'

export type Asked = { title: Said; text?: Said | undefined }

/** The question before a press. 取消 and Esc answer no; the second click of a double click answers nothing. */
export function ConfirmDialog({ asked, answer }: { asked: Asked; answer: (yes: boolean) => void }) {
  const words = useWords().inputs
  const { locale } = useSeat()
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useLayoutEffect(() => {
    const shown = dialog.current
    shown?.showModal()
    // Closed before it is taken away, it gives the focus back to what asked.
    return () => shown?.close()
  }, [])
  const on = (yes: boolean) => (event: MouseEvent) => event.detail < 2 && answer(yes)
  return (
    <dialog ref={dialog} className="confirm" aria-labelledby={id} onCancel={() => answer(false)}>
      <div className="confirm-inside">
        <h2 id={id}>{contentOf(asked.title, locale)}</h2>
        {asked.text && <p>{contentOf(asked.text, locale)}</p>}
        <div className="confirm-buttons">
          <button type="button" className="button button-medium button-default" onClick={on(false)}>
            {words.cancel}
          </button>
          <button type="button" className="button button-medium button-primary_filled" onClick={on(true)}>
            {words.confirm}
          </button>
        </div>
      </div>
    </dialog>
  )
}
