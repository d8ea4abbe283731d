import { expect, test } from 'vitest'
import { shapeOf } from '../../../../infra/sandbox/web/src/card/icon/shapes.ts'
import { backgroundOf, colorOf, tagColors } from '../../../../infra/sandbox/web/src/card/look/color.ts'
import { headerColors } from '../../../../infra/sandbox/web/src/card/look/header-colors.ts'
import { layoutStyle } from '../../../../infra/sandbox/web/src/card/look/layout.ts'
import { palette } from '../../../../infra/sandbox/web/src/card/look/palette.ts'
import { lengthOf, sizeOf, spacingOf } from '../../../../infra/sandbox/web/src/card/look/size.ts'
import { addressOf, webAddress } from '../../../../infra/sandbox/web/src/card/opening.ts'

const hues =
  'blue wathet turquoise green lime yellow sunflower orange red carmine violet purple indigo grey'.split(' ')
const steps = [50, 100, 200, 300, 350, 400, 500, 600, 700, 800, 900]

test('every colour that Feishu documents has a light and a dark one, each its own', () => {
  for (const hue of hues) {
    const shades = steps.map((step) => colorOf(`${hue}-${step}`))
    for (const shade of shades)
      expect(shade).toMatch(/^light-dark\((#[\da-f]{6}), (#[\da-f]{6}|rgb\([\d, ]+\))\)$/)
    expect(new Set(shades).size).toBe(steps.length)
    expect(colorOf(hue)).toBe(colorOf(`${hue}-600`))
  }
})

// WCAG: the relative luminance of a colour.
function luminance(color: string): number {
  const hex = /^#(..)(..)(..)$/
    .exec(color)
    ?.slice(1)
    .map((part) => Number.parseInt(part, 16))
  const parts = hex ?? color.match(/\d+/g)?.map(Number) ?? []
  const [red = 0, green = 0, blue = 0] = parts.map((part) =>
    part <= 10 ? part / 3294.6 : ((part / 255 + 0.055) / 1.055) ** 2.4,
  )
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
const contrast = (one: string, other: string) => {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}
const sides = (color: string) => /^light-dark\((#\w+), (.+)\)$/.exec(color)?.slice(1) ?? []

test('every named colour can be read as text, on a card and in its tag, light and dark', () => {
  for (const hue of hues) {
    const [light = '', dark = ''] = sides(colorOf(hue) ?? '')
    expect(contrast(light, '#ffffff'), `${hue}, light`).toBeGreaterThan(4.5)
    expect(contrast(dark, '#1f1f1f'), `${hue}, dark`).toBeGreaterThan(4.5)
    for (const on of ['card', 'header'] as const) {
      const { color, background } = tagColors(hue, on)
      const behind = sides(background)
      for (const [index, front] of sides(color).entries()) {
        expect(contrast(front, behind[index] ?? ''), `${hue} tag on a ${on}, ${index}`).toBeGreaterThan(4.5)
      }
    }
  }
})

test('rgba and the names of the card itself are colours, and nothing else is', () => {
  const own = {
    ok: { light_mode: 'rgba(0,128,0,1)', dark_mode: 'green-300' },
    bad: { light_mode: 'x', dark_mode: 'y' },
  }
  expect(colorOf('rgba(0, 128, 0, 0.5)')).toBe('rgba(0, 128, 0, 0.5)')
  expect(colorOf('ok', own)).toBe(`light-dark(rgba(0,128,0,1), ${palette.get('green-300')})`)
  for (const none of ['bad', '#ff0000', 'default', 'url(x)', 'red;}', 'constructor', 7, undefined]) {
    expect(colorOf(none, own)).toBeUndefined()
  }
  expect(backgroundOf('laser')).toContain('linear-gradient')
})

test('a header has the colours of its template; an unknown one has none', () => {
  expect(headerColors('blue').background).toBe(palette.get('blue-100'))
  expect(headerColors('default')).toEqual({})
  expect(headerColors('toString')).toEqual({})
})

test('sizes have names, and a card its own by device', () => {
  expect(sizeOf('heading-0')).toEqual({ pc: 30, mobile: 30 })
  expect(sizeOf('notation')).toEqual({ pc: 12, mobile: 12 })
  expect(sizeOf('big', { big: { default: 'normal', pc: 'heading' } })).toEqual({ pc: 16, mobile: 14 })
  expect(sizeOf('enormous')).toBeUndefined()
})

test('distances have names or are in px', () => {
  expect(spacingOf('extra_large')).toBe('16px')
  expect(spacingOf('4px -12px')).toBe('4px -12px')
  expect(spacingOf('1px;color:red')).toBeUndefined()
  expect(lengthOf('calc(1px)')).toBeUndefined()
  expect(layoutStyle({ direction: 'horizontal', horizontal_align: 'right' }).justifyContent).toBe('flex-end')
})

test('only the web is opened, and the address for a desk first', () => {
  expect(webAddress('https://x.example')).toBe('https://x.example')
  for (const none of ['javascript:alert(1)', ' javascript:alert(1)', 'data:,x', '/reset', '', null]) {
    expect(webAddress(none)).toBeUndefined()
  }
  expect(addressOf({ url: 'https://x.example', pc_url: 'https://pc.example' })).toBe('https://pc.example')
})

test('an icon that is not drawn is a dot', () => {
  expect(shapeOf('chat_outlined').filled).toBe(false)
  expect(shapeOf('no-such_filled')).toEqual(shapeOf('constructor'))
  expect(shapeOf('no-such_filled').filled).toBe(true)
})
