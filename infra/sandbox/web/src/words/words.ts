import { usePreferences } from '../preferences.ts'
import { en } from './en.ts'
import { zh } from './zh.ts'

export type Words = typeof zh

/** The interface's words in the language that was chosen. What bots and people write is never translated. */
export const useWords = (): Words => (usePreferences().language === 'en' ? en : zh)
