import { type ReactNode, useLayoutEffect, useRef } from 'react'
import './enlarged.css'

/** What is looked at large, over everything; a press anywhere or Esc leads back. */
export function Enlarged({ label, close, leave, children }: Given) {
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const shown = dialog.current
    shown?.showModal()
    // Closed before it is taken away, it gives the focus back.
    return () => shown?.close()
  }, [])
  return (
    <dialog ref={dialog} className="enlarged" aria-label={label} onCancel={leave}>
      <div className="enlarged-whole">{children}</div>
      <button type="button" className="enlarged-close" aria-label={close} onClick={leave} />
    </dialog>
  )
}

type Given = { label: string; close: string; leave: () => void; children: ReactNode }
