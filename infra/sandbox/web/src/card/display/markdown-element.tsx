import type { Drawn } from '../drawn.tsx'
import { Icon, type IconObject } from '../icon/icon.tsx'
import { Text, type TextObject } from '../text.tsx'

export function MarkdownElement({ element }: Drawn<TextObject & { icon?: IconObject }>) {
  const { icon, ...text } = element
  return (
    <div className="with-icon">
      {icon && <Icon icon={icon} />}
      <Text text={{ ...text, tag: 'markdown' }} />
    </div>
  )
}

export const PlainText = ({ element }: Drawn<TextObject>) => <Text text={{ ...element, tag: 'plain_text' }} />
