import type { Page } from 'playwright-core'

/** What a card looks like as a picture. */
export type Ink = {
  /** The share of its pixels, 0 to 1, that are not as the most frequent one, its ground. */
  ink: number
  /** How bright its ground is: 0 black, 255 white. */
  ground: number
}

/** Photographs a page, which must fit into its window, and answers what each of its cards looks like. */
export async function inkOf(page: Page): Promise<Ink[]> {
  const picture = await page.screenshot({ animations: 'disabled' })
  const places = await page.evaluate(`[...document.querySelectorAll('.card')].map((card) => {
    const { x, y, width, height } = card.getBoundingClientRect()
    return [x, y, width, height].map((one) => Math.round(one * devicePixelRatio))
  })`)
  // What a page is made of may not be read by itself, so an empty one does it.
  const blank = await page.context().newPage()
  const base64 = picture.toString('base64')
  const seen = await blank.evaluate<Ink[]>(`(${measure})('${base64}', ${JSON.stringify(places)})`)
  await blank.close()
  return seen
}

const measure = `async (base64, places) => {
  const image = new Image()
  image.src = 'data:image/png;base64,' + base64
  await image.decode()
  const canvas = new OffscreenCanvas(image.width, image.height)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  context.drawImage(image, 0, 0)
  return places.map(([x, y, width, height]) => {
    const pixels = new Uint32Array(context.getImageData(x, y, width, height).data.buffer)
    const counts = new Map()
    for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1)
    const [ground, most] = [...counts].reduce((best, one) => (one[1] > best[1] ? one : best))
    return { ink: 1 - most / pixels.length, ground: ((ground & 255) + ((ground >> 8) & 255) + ((ground >> 16) & 255)) / 3 }
  })
}`
