import * as z from 'zod'

/** What a person does to a card: which component, and what they typed or chose. */
export const Pressed = z.strictObject({
  as: z.string(),
  /** A name, an element_id, a path (body.elements[2]) or the text on it. */
  button: z.string().min(1),
  form_value: z.record(z.string(), z.unknown()).default({}),
  option: z.string().optional(),
  options: z.array(z.string()).optional(),
  input_value: z.string().optional(),
  checked: z.boolean().optional(),
})
export type Pressed = z.infer<typeof Pressed>
