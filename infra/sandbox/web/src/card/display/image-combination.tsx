import type { Drawn } from '../drawn.tsx'
import { lengthOf } from '../look/size.ts'
import { Picture } from '../picture/picture.tsx'
import './image-combination.css'

type Combination = {
  combination_mode: 'double' | 'triple' | 'bisect' | 'trisect'
  img_list?: { img_key: string }[]
  corner_radius?: string
  combination_transparent?: boolean
}
const most = { double: 2, triple: 3, bisect: 6, trisect: 9 }

/** Two overlapping, three with a large one, or squares in two or three columns. */
export function ImageCombination({ element }: Drawn<Combination>) {
  const { combination_mode: mode, img_list = [], ...look } = element
  const style = {
    borderRadius: lengthOf(look.corner_radius),
    background: look.combination_transparent ? undefined : '#fff',
  }
  return (
    <div className={`images ${mode}`} style={{ borderRadius: style.borderRadius }}>
      {img_list.slice(0, most[mode]).map((image, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an image is known by its place
        <Picture key={index} imageKey={image.img_key} alt="" style={style} />
      ))}
    </div>
  )
}
