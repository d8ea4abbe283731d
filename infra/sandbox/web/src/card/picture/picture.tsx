import { type CSSProperties, useRef, useState } from 'react'
import { words } from '../card-words.ts'
import { useSeat } from '../seat.ts'
import './picture.css'

type Given = { imageKey: string; alt: string; preview?: boolean; style?: CSSProperties; className?: string }

/** An image by its key; pressed it opens large, unless `preview` is false. */
export function Picture({ imageKey, alt, preview = true, style, className = '' }: Given) {
  const { imageOf, locale } = useSeat()
  const dialog = useRef<HTMLDialogElement>(null)
  const [lost, setLost] = useState(false)
  const say = words(locale)
  if (lost)
    return <span className="picture lost">{alt === '' ? say.noImage : `${alt}（${say.noImage}）`}</span>
  const image = <img src={imageOf(imageKey)} alt={alt} loading="lazy" onError={() => setLost(true)} />
  if (!preview) {
    return (
      <span className={`picture ${className}`} style={style}>
        {image}
      </span>
    )
  }
  return (
    <>
      <button
        type="button"
        className={`picture ${className}`}
        style={style}
        aria-label={say.enlarge(alt)}
        onClick={() => dialog.current?.showModal()}
      >
        {image}
      </button>
      <dialog ref={dialog} className="enlarged" aria-label={alt || say.enlarge('')}>
        <button type="button" aria-label={say.close} onClick={() => dialog.current?.close()}>
          <img src={imageOf(imageKey)} alt={alt} loading="lazy" />
        </button>
      </dialog>
    </>
  )
}
