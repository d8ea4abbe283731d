import type { Drawn } from '../drawn.tsx'
import { Icon, type IconObject } from '../icon/icon.tsx'
import { lengthOf } from '../look/size.ts'
import { Text, type TextObject } from '../text.tsx'
import './div.css'

type DivElement = {
  text?: TextObject
  fields?: { is_short?: boolean; text: TextObject }[]
  icon?: IconObject
  width?: string
}

export function Div({ element }: Drawn<DivElement>) {
  const { text, fields, icon, width } = element
  return (
    <div className="div" style={{ width: width === 'auto' ? 'fit-content' : (lengthOf(width) ?? '100%') }}>
      {text && (
        <div className="with-icon">
          {icon && <Icon icon={icon} />}
          <Text text={text} />
        </div>
      )}
      {fields && (
        <div className="fields">
          {fields.map((field, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a field is known by its place
            <div key={index} className={field.is_short ? 'short' : 'long'}>
              <Text text={field.text} />
            </div>
          ))}
        </div>
      )}
    </div>
  )
}
