import { useLook } from '../look/look.ts'
import { useSeat } from '../seat.ts'
import { shapeOf } from './shapes.ts'
import './icon.css'

/** An icon of Feishu's library, or a picture of the bot's. */
export type IconObject =
  | { tag: 'standard_icon'; token: string; color?: string; size?: string }
  | { tag: 'custom_icon'; img_key: string; size?: string }

const sides = (given: string | undefined, size: number) => {
  const [width, height] =
    /^(\d{1,3})px(?:\s+(\d{1,3})px)?$/
      .exec(given ?? '')
      ?.slice(1)
      .map(Number) ?? []
  return { width: width || size, height: height || width || size }
}

/** Says nothing to a screen reader: what it stands beside does. */
export function Icon({ icon, size = 16 }: { icon: IconObject; size?: number }) {
  const { color } = useLook()
  const { imageOf } = useSeat()
  const style = sides(icon.size, size)
  if (icon.tag === 'custom_icon') {
    return <img className="icon" src={imageOf(icon.img_key)} alt="" style={style} />
  }
  const { path, filled } = shapeOf(icon.token)
  return (
    <svg
      className="icon"
      viewBox="0 0 24 24"
      aria-hidden="true"
      style={{ ...style, color: color(icon.color) }}
      fill={filled ? 'currentColor' : 'none'}
      stroke="currentColor"
    >
      <path d={path} />
    </svg>
  )
}
