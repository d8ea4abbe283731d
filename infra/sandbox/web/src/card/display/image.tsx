import type { CSSProperties } from 'react'
import type { Drawn } from '../drawn.tsx'
import { lengthOf } from '../look/size.ts'
import { Picture } from '../picture/picture.tsx'
import { useSeat } from '../seat.ts'
import { contentOf, Text, type TextObject } from '../text.tsx'
import './image-combination.css'

type ImageElement = {
  img_key: string
  alt?: TextObject
  title?: TextObject
  scale_type?: 'crop_center' | 'crop_top' | 'fit_horizontal'
  size?: string
  corner_radius?: string
  transparent?: boolean
  preview?: boolean
}

const sides: Record<string, number> = { large: 160, medium: 80, small: 40, tiny: 16 }

export function ImageElementView({ element: image }: Drawn<ImageElement>) {
  const { locale } = useSeat()
  const style: CSSProperties = {
    ...sizeStyle(image),
    borderRadius: lengthOf(image.corner_radius),
    background: image.transparent ? undefined : '#fff',
  }
  return (
    <figure className="image">
      {image.title && <Text text={image.title} />}
      <Picture
        imageKey={image.img_key}
        alt={contentOf(image.alt, locale)}
        preview={image.preview !== false}
        style={style}
      />
    </figure>
  )
}

/** Whole and as wide as its place, or cut to the size that it says. */
function sizeStyle({ scale_type: scale = 'crop_center', size = '' }: ImageElement): CSSProperties {
  if (scale === 'fit_horizontal') return { width: '100%' }
  const cut: CSSProperties = { objectFit: 'cover', objectPosition: scale === 'crop_top' ? 'top' : 'center' }
  const side = sides[size]
  if (side !== undefined) return { ...cut, width: side, height: side }
  const [, width, height] = /^(\d{1,3})px\s+(\d{1,3})px$/.exec(size) ?? []
  if (width && height) return { ...cut, width: Number(width), height: Number(height) }
  return { ...cut, width: '100%', maxHeight: 600 }
}
