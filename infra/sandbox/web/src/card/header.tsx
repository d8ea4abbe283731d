import { Icon, type IconObject } from './icon/icon.tsx'
import { tagColors } from './look/color.ts'
import { headerColors } from './look/header-colors.ts'
import { spacingOf } from './look/size.ts'
import { useSeat } from './seat.ts'
import { contentOf, Text, type TextObject } from './text.tsx'
import './header.css'

type TextTag = { text: TextObject; color?: string }
export type HeaderObject = {
  title: TextObject
  subtitle?: TextObject
  template?: string
  text_tag_list?: TextTag[]
  i18n_text_tag_list?: Record<string, TextTag[]>
  icon?: IconObject
  padding?: string
}

export function Header({ header }: { header: HeaderObject }) {
  const { locale } = useSeat()
  const { title, subtitle, icon } = header
  const tags = header.i18n_text_tag_list?.[locale] ?? header.text_tag_list ?? []
  const style = { ...headerColors(header.template), padding: spacingOf(header.padding) }
  return (
    <header className="card-header" style={style}>
      {icon && <Icon icon={icon} size={subtitle ? 40 : 24} />}
      <div className="words">
        <div className="first">
          <h2>
            <Text text={{ text_size: 'heading', lines: 4, ...title }} />
          </h2>
          {tags.slice(0, 3).map((tag, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a tag is known by its place
            <span key={index} className="text-tag" style={tagColors(tag.color, 'header')}>
              {contentOf(tag.text, locale)}
            </span>
          ))}
        </div>
        {subtitle && contentOf(subtitle, locale) !== '' && (
          <Text className="subtitle" text={{ text_size: 'notation', lines: 1, ...subtitle }} />
        )}
      </div>
    </header>
  )
}
