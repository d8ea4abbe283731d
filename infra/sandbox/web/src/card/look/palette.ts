/** Feishu's hues in its light theme, from -50 to -900; the dark theme is made of the same (see shade). */
const light: Record<string, string> = {
  blue: 'f0f4ff e1eaff bacefd 82a7fc 6693fd 4e83fd 3370ff 245bdb 1c4cba 133c9a 0c296e',
  wathet: 'eaf8fe d9f3fd b1e8fc 7edafb 63d3fb 50cefb 14c0ff 027aa8 036890 005a7a 00475e',
  turquoise: 'e5f8f5 d5f6f2 a9efe6 64e8d6 3fe0cb 14d7c0 00c8ad 028273 037064 03594f 02443d',
  green: 'f0fbef d9f5d6 b7edb1 8ee085 76d96c 62d256 34c724 258319 1f7314 186010 124b0c',
  lime: 'f7fae5 eef6c6 dfee96 d2e76a c9e252 c3dd40 b3d600 657b02 566a02 475801 384500',
  yellow: 'fdf9ed faf1d1 f8e6ab f8d966 f9d24f fad355 ffc60a 94690a 7e5a05 6a4b02 523a00',
  sunflower: 'fffbe6 fff5bd ffed94 ffe46b ffdf52 ffda3d ffd100 8a6d00 756000 624f00 4d3e00',
  orange: 'fff5eb feead2 fed4a4 ffba6b ffae52 ffa53d ff8800 b25c00 974f04 7c4102 5e3100',
  red: 'fef1f1 fde2e2 fbbfbc f98e8b f77c78 f76964 f54a45 d83931 ac2f28 812520 621c18',
  carmine: 'fef1f8 fee2f1 fdbadd f98ec7 f576ba f14bb0 f01d94 c71077 a30f63 820d4f 600c3b',
  violet: 'fcf0fc f8def8 f0b8f0 e58fe5 df7bdf dc62dc d136d1 a927a9 8b218b 701c70 561556',
  purple: 'f6f1fe ece2fe cdb2fa ad82f7 a06ef6 935af6 7f3bf5 6425d0 4e1ba7 380d82 270561',
  indigo: 'f2f3fd e0e2fa b4b9f4 8f97ee 7f88ec 6a74ea 4954e6 2f39c9 2933a8 1e2586 161b66',
}
/** Grey is finer and reaches from white to black. */
const greys =
  '00:ffffff:1a1a1a 50:f5f6f7:202121 100:f2f3f5:292929 200:eff0f1:313131 300:dee0e3:3d3d3d 350:d5d8db:464646 ' +
  '400:bbbfc4:5f5f5f 500:8f959e:8c8c8c 600:646a73:a6a6a6 650:575d66:b5b5b5 700:51565d:c4c4c4 800:373c43:dcdcdc ' +
  '900:1f2329:ebebeb 950:15181c:f5f5f5 1000:000000:ffffff'
const steps = [50, 100, 200, 300, 350, 400, 500, 600, 700, 800, 900]

/** What shines on white is dimmed on black, and what is dark on white is bright: step by step the other way round. */
const dimmed: Record<number, number> = { 50: 0.16, 100: 0.24, 200: 0.36, 300: 0.52, 350: 0.62, 400: 0.78 }
const turned: Record<number, number> = { 500: 500, 600: 350, 700: 300, 800: 200, 900: 100 }
const ground = 0x1a

const pair = (bright: string, dark: string) => `light-dark(${bright}, ${dark})`

function shade(hue: readonly string[], step: number): string {
  const at = (wanted: number) => hue[steps.indexOf(wanted)] ?? ''
  const part = dimmed[step]
  const dark = part === undefined ? `#${at(turned[step] ?? 500)}` : mixed(at(500), part)
  return pair(`#${at(step)}`, dark)
}

function mixed(hex: string, part: number): string {
  const [red, green, blue] = [0, 2, 4].map((from) => {
    const value = Number.parseInt(hex.slice(from, from + 2), 16)
    return Math.round(ground + (value - ground) * part)
  })
  return `rgb(${red}, ${green}, ${blue})`
}

function everyColor(): Map<string, string> {
  const all = new Map([
    ['white', '#ffffff'],
    ['bg-white', pair('#ffffff', '#1a1a1a')],
  ])
  for (const [name, hexes] of Object.entries(light)) {
    const hue = hexes.split(' ')
    for (const step of steps) all.set(`${name}-${step}`, shade(hue, step))
  }
  for (const [step, bright, dark] of greys.split(' ').map((one) => one.split(':'))) {
    all.set(`grey-${step}`, pair(`#${bright}`, `#${dark}`))
    all.set(`neutral-${step}`, pair(`#${bright}`, `#${dark}`))
  }
  for (const name of [...Object.keys(light), 'grey', 'neutral']) all.set(name, all.get(`${name}-600`) ?? '')
  return all
}

/** Feishu's colours by name, each a CSS colour for light and dark; a name without a step is its -600. */
export const palette: ReadonlyMap<string, string> = everyColor()
