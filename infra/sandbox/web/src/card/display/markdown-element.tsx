import type { Drawn } from '../elements.tsx'
import { Icon, type IconObject } from '../icon/icon.tsx'
import { Text, type TextObject } from '../text.tsx'

export function MarkdownElement({ element }: Drawn) {
  const { icon, ...text } = element as TextObject & { icon?: IconObject }
  return (
    <div className="with-icon">
      {icon && <Icon icon={icon} />}
      <Text text={{ ...text, tag: 'markdown' }} />
    </div>
  )
}

export const PlainText = ({ element }: Drawn) => (
  <Text text={{ ...(element as TextObject), tag: 'plain_text' }} />
)
