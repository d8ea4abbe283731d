import type { Indicator, IndicatorId } from '../programme.ts'
import type { LineProblem } from './rows.ts'
import type { Token } from './tokens.ts'
import { isSameUnit } from './units.ts'

/** What a firm's lines say: the figures as typed, or why they are not plain. */
export type ChatFigures = { typed: Record<IndicatorId, string>; problem?: LineProblem }

type Numbered = Extract<Token, { is: 'number' }>
/** A place in a row of figures; `undefined` is a place that was left empty between two commas. */
type Place = Numbered | undefined

const asked = (problem: LineProblem): ChatFigures => ({ typed: {}, problem })

/** Labelled figures go where their labels say, others by their place; then exactly as many as are asked for. */
export const figuresOf = (tokens: readonly Token[], indicators: readonly Indicator[]): ChatFigures =>
  tokens.some(({ is }) => is === 'label') ? labelled(tokens, indicators) : placed(tokens, indicators)

const labelled = (tokens: readonly Token[], indicators: readonly Indicator[]): ChatFigures => {
  const places = new Map<IndicatorId, Numbered>()
  let on: IndicatorId | undefined
  let unit: string | undefined
  for (const token of tokens) {
    if (token.is === 'label') {
      on = token.on
      unit = undefined
    }
    if (token.is === 'unit') unit = token.unit
    if (token.is !== 'number') continue
    if (on === undefined) return asked({ why: 'unlabelled' })
    const before = places.get(on)
    const isRest = before !== undefined && isThousands(before, token)
    if (before && !isRest) return asked({ why: 'labelled-twice', on })
    const whole = isRest ? join(before, token) : token
    places.set(on, { ...(unit && { unit }), ...whole })
  }
  if (places.size === 0) return asked({ why: 'no-figures' })
  return withUnits([...places], indicators)
}

const placed = (tokens: readonly Token[], indicators: readonly Indicator[]): ChatFigures => {
  const apart = placesIn(tokens)
  const joined = joinThousands(apart)
  const wanted = indicators.length
  const numbers = apart.length
  if (numbers === 0) return asked({ why: 'no-figures' })
  if (numbers < wanted) return asked({ why: 'too-few', numbers, wanted })
  if (joined.length > wanted) return asked({ why: 'too-many', numbers: joined.length, wanted })
  // 31,120 may be one figure or two; only when everything fits is it one.
  if (joined.length < wanted) return asked({ why: 'unclear-comma' })
  const pairs = joined.flatMap((place, at): [IndicatorId, Numbered][] => {
    const indicator = indicators[at]
    return place && indicator ? [[indicator.id, place]] : []
  })
  return withUnits(pairs, indicators)
}

const placesIn = (tokens: readonly Token[]): Place[] => {
  const places: Place[] = []
  let commas = 0
  for (const token of tokens) {
    if (token.is === 'comma') commas += 1
    if (token.is === 'unit' && places.length > 0) places.push(withUnit(places.pop(), token.unit))
    if (token.is !== 'number') continue
    // Two commas with nothing between them: this one is not known yet.
    const empty = places.length === 0 ? 0 : Math.max(0, commas - 1)
    for (let left = empty; left > 0; left -= 1) places.push(undefined)
    places.push(token)
    commas = 0
  }
  return places
}

const withUnit = (place: Place, unit: string): Place => place && { ...place, unit }

/** 1,520.00 typed without a blank: a figure of one to three digits, then exactly three. */
const isThousands = (before: Numbered, after: Numbered): boolean =>
  after.glued &&
  before.unit === undefined &&
  /^[+-]?\d{1,3}(,\d{3})*$/.test(before.text) &&
  /^\d{3}(\.\d*)?$/.test(after.text)

const join = (before: Numbered, after: Numbered): Numbered => ({
  ...after,
  text: `${before.text},${after.text}`,
  glued: before.glued,
})

const joinThousands = (places: readonly Place[]): Place[] => {
  const joined: Place[] = []
  for (const place of places) {
    const before = joined.at(-1)
    if (before && place && isThousands(before, place)) joined.splice(-1, 1, join(before, place))
    else joined.push(place)
  }
  return joined
}

/** 万 stands for the programme's unit; 元 and 度 are refused, never converted. */
const withUnits = (
  pairs: readonly (readonly [IndicatorId, Numbered])[],
  indicators: readonly Indicator[],
): ChatFigures => {
  for (const [id, { unit }] of pairs) {
    const wanted = indicators.find((indicator) => indicator.id === id)?.unit
    if (unit !== undefined && wanted !== undefined && !isSameUnit(unit, wanted))
      return asked({ why: 'unit', on: id, unit })
  }
  return { typed: Object.fromEntries(pairs.map(([id, { text }]) => [id, text])) }
}
