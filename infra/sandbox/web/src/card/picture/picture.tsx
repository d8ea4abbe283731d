import { type CSSProperties, useState } from 'react'
import { words } from '../card-words.ts'
import { useSeat } from '../seat.ts'
import { Enlarged } from './enlarged.tsx'
import './picture.css'

type Given = { imageKey: string; alt: string; preview?: boolean; style?: CSSProperties; className?: string }

/** An image by its key; pressed it opens large, unless `preview` is false. */
export function Picture({ imageKey, alt, preview = true, style, className = '' }: Given) {
  const { imageOf, locale } = useSeat()
  const [large, setLarge] = useState(false)
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
        onClick={() => setLarge(true)}
      >
        {image}
      </button>
      {large && (
        <Enlarged label={alt || say.enlarge('')} close={say.close} leave={() => setLarge(false)}>
          <img src={imageOf(imageKey)} alt={alt} />
        </Enlarged>
      )}
    </>
  )
}
