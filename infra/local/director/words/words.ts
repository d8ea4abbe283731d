import { en } from './en.ts'
import { zh } from './zh.ts'

/** The languages of the page; what the bot and the people of the city say stays Chinese. */
export type Words = typeof zh

/** Chinese, unless English was asked for. */
export const wordsIn = (language: string | undefined): Words => (language === 'en' ? en : zh)

/** What is said once it is known who reads it. */
export type Sentence = (words: Words) => string
