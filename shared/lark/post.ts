import * as z from 'zod'

/** One piece of a rich text: words, a link, a mention (whose `user_id` is a key such as `@_user_1`) or a picture. */
const Piece = z
  .looseObject({ text: z.string().optional(), user_id: z.string().optional() })
  .transform(({ text, user_id }) => text ?? user_id ?? '')

/** What a rich text says, line by line, its title first. */
export const postText = z
  .looseObject({ title: z.string().default(''), content: z.array(z.array(Piece)) })
  .transform(({ title, content }) =>
    [title, ...content.map((line) => line.join(''))].filter((line) => line !== '').join('\n'),
  )
