import { type Day, shortDay } from '../../shared/domain/instant.ts'

/** `2024年12月31日`, of a day that may lie in another year. */
export const dayWithYear = (day: Day): string => `${day.slice(0, 4)}年${shortDay(day)}`
