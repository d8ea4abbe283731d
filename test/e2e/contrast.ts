import type { Page } from 'playwright-core'

export type Pale = { text: string; ratio: number; color: string; ground: string }

/**
 * Words whose colour stands out too little from what lies behind them: less than 4.5 : 1, or 3 : 1 where they are large
 * (WCAG 2). What is disabled is free, and so is what lies on a picture or a gradient.
 */
export const paleWords = (page: Page): Promise<Pale[]> => page.evaluate(find)

const find = `(() => {
  const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })
  const rgba = (color) => {
    context.clearRect(0, 0, 1, 1)
    context.fillStyle = color
    context.fillRect(0, 0, 1, 1)
    const [red, green, blue, alpha] = context.getImageData(0, 0, 1, 1).data
    return [red, green, blue, alpha / 255]
  }
  const over = ([r, g, b, a], [R, G, B]) => [r * a + R * (1 - a), g * a + G * (1 - a), b * a + B * (1 - a), 1]
  const groundOf = (element) => {
    if (element === null) return [255, 255, 255, 1]
    const style = getComputedStyle(element)
    if (style.backgroundImage !== 'none') return undefined
    const own = rgba(style.backgroundColor)
    if (own[3] === 1) return own
    const behind = groundOf(element.parentElement)
    return behind && over(own, behind)
  }
  const light = (value) => (value <= 10.31 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4)
  const luminance = ([r, g, b]) => 0.2126 * light(r) + 0.7152 * light(g) + 0.0722 * light(b)
  const ratioOf = (one, other) => {
    const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b)
    return (high + 0.05) / (low + 0.05)
  }
  const seen = new Map()
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement
    const text = walker.currentNode.textContent.trim()
    const free = ':disabled, [aria-disabled="true"], [aria-disabled="true"] *, .checker-off *, .picker:has(:disabled) *, .unseen, .only-heard, .only-heard *'
    if (text === '' || element.matches(free) || element.closest('[inert]') || !element.checkVisibility({ opacityProperty: true })) continue
    const style = getComputedStyle(element)
    const ground = groundOf(element)
    if (ground === undefined) continue
    const color = over(rgba(style.color), ground)
    const size = parseFloat(style.fontSize)
    const enough = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700) ? 3 : 4.5
    const ratio = ratioOf(color, ground)
    const key = style.color + ' on ' + ground
    if (ratio < enough && !seen.has(key)) {
      seen.set(key, { text: text.slice(0, 30), ratio: Math.round(ratio * 100) / 100, color: style.color, ground: ground.map(Math.round).join() })
    }
  }
  return [...seen.values()]
})()`
