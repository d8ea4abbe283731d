import { type Language, prefer, type Theme, usePreferences } from '../preferences.ts'
import { useWords } from '../words/words.ts'
import { Icon } from './icons.tsx'

const nextTheme: Record<Theme, Theme> = { auto: 'light', light: 'dark', dark: 'auto' }
const otherLanguage: Record<Language, Language> = { zh: 'en', en: 'zh' }

/** How the page looks and speaks. */
export function LookButtons() {
  const { theme, language } = usePreferences()
  const words = useWords()
  const themeLabel = `${words.theme.label}: ${words.theme[theme]}`
  const { label, other } = words.language
  return (
    <>
      <button
        type="button"
        className="plain-button"
        aria-label={themeLabel}
        title={themeLabel}
        onClick={() => prefer({ theme: nextTheme[theme] })}
      >
        <Icon name={theme} />
      </button>
      <button
        type="button"
        className="plain-button"
        aria-label={`${label}: ${other}`}
        title={`${label}: ${other}`}
        onClick={() => prefer({ language: otherLanguage[language] })}
      >
        {language === 'zh' ? 'En' : '中'}
      </button>
    </>
  )
}
