import { type CSSProperties, createContext, useContext } from 'react'
import { backgroundOf, colorOf, type OwnColors } from './color.ts'
import { type OwnSizes, sizeOf } from './size.ts'

/** config.style of a card. */
export type CardStyle = { text_size?: OwnSizes; color?: OwnColors }

const StyleContext = createContext<CardStyle>({})
export const CardStyleProvider = StyleContext.Provider

/** Colours, backgrounds and text sizes as this card names them. */
export function useLook() {
  const style = useContext(StyleContext)
  return {
    color: (name: unknown) => colorOf(name, style.color),
    background: (name: unknown) => backgroundOf(name, style.color),
    /** For an element of class `sized`: a phone-wide card may have another size. */
    size: (name: unknown): CSSProperties => {
      const size = sizeOf(name, style.text_size)
      return size ? ({ '--pc': `${size.pc}px`, '--mobile': `${size.mobile}px` } as CSSProperties) : {}
    },
  }
}
