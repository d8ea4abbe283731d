import type { Words } from '../words/words.ts'

const megabyte = 1024 * 1024
const limits = { image: 10, file: 30 }
const pictures = /^image\/(png|jpeg|gif|webp|bmp)$/

const kindOf = (file: File): 'image' | 'file' => (pictures.test(file.type) ? 'image' : 'file')

/** Why a file cannot be sent, as Feishu limits them: pictures to 10 MB, files to 30 MB, nothing empty. */
export function problemOf(file: File, words: Words['composer']): string | undefined {
  const limit = limits[kindOf(file)]
  if (file.size === 0) return words.emptyFile(file.name)
  return file.size > limit * megabyte ? words.tooLarge(file.name, limit) : undefined
}

const longestText = 150

/** Why a text cannot be sent: Feishu takes 150 KB, as it travels. */
export function textProblemOf(text: string, words: Words['composer']): string | undefined {
  const bytes = new TextEncoder().encode(JSON.stringify({ text })).length
  return bytes > longestText * 1024 ? words.tooLong(Math.ceil(bytes / 1024), longestText) : undefined
}

/** What the control API takes: a picture by itself, any other file as a form. */
export async function bodyOf(file: File, as: string): Promise<unknown> {
  if (kindOf(file) === 'image') return { as, image: { name: file.name, base64: await base64Of(file) } }
  const form = new FormData()
  form.set('as', as)
  form.set('file', file)
  return form
}

function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(file)
  })
}
