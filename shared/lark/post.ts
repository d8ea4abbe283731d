import * as z from 'zod'

/** One piece of a rich text: words, a link, a picture, or a mention (its `user_id` is `@_user_1`). */
const Piece = z
  .looseObject({ text: z.string().optional(), user_id: z.string().optional() })
  .transform(({ text, user_id }) => text ?? user_id ?? '')

/** What a rich text says, line by line, its title first. */
export const postText = z
  .looseObject({ title: z.string().default(''), content: z.array(z.array(Piece)) })
  .transform(({ title, content }) =>
    [title, ...content.map((line) => line.join(''))].filter((line) => line !== '').join('\n'),
  )
