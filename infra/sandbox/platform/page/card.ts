import { html } from 'hono/html'
import * as z from 'zod'
import { countTags } from '../cards/placed.ts'
import { useOf } from '../cards/usable.ts'
import { chart, table } from './card-data.ts'
import { field } from './card-inputs.ts'
import { markdown } from './markdown.ts'

type Html = ReturnType<typeof html>

const Text = z.looseObject({ content: z.string() })
const Tagged = z.looseObject({ tag: z.string() })
const Children = z.array(Tagged).catch([])
const Card = z.looseObject({
  header: z
    .looseObject({
      title: Text.optional(),
      subtitle: Text.optional(),
      template: z.string().default('default'),
      text_tag_list: z.array(z.looseObject({ text: Text })).default([]),
    })
    .optional(),
  body: z.looseObject({ elements: Children }).optional(),
  elements: Children.optional(),
})
const WithText = z.looseObject({ text: Text })
const Panel = z.looseObject({ header: z.looseObject({ title: Text }) })
const Fields = z.looseObject({ fields: z.array(WithText) })

type Component = z.infer<typeof Tagged>

const all = (components: unknown): Html[] => Children.parse(components).map(component)
const textOf = (given: unknown) => WithText.safeParse(given).data?.text.content

const views: Record<string, (given: Component) => Html> = {
  markdown: ({ content }) => markdown(String(content)),
  div: (given) => html`${markdown(textOf(given) ?? '')}
    ${Fields.safeParse(given).data?.fields.map((one) => markdown(one.text.content)) ?? ''}`,
  hr: () => html`<hr>`,
  column_set: ({ columns }) =>
    html`<div class="columns">${Children.parse(columns).map(
      ({ elements, weight }) =>
        html`<div style="flex:${weight === undefined ? '0 1 auto' : Number(weight)}">${all(elements)}</div>`,
    )}</div>`,
  form: ({ elements }) => html`<div class="form stack">${all(elements)}</div>`,
  interactive_container: ({ elements }) => html`<div class="stack">${all(elements)}</div>`,
  collapsible_panel: (given) =>
    html`<details ${given.expanded === true ? 'open' : ''}><summary>${
      Panel.safeParse(given).data?.header.title.content ?? ''
    }</summary><div class="stack">${all(given.elements)}</div></details>`,
  table,
  chart,
  img: () => html`<div class="grey">［图片］</div>`,
  img_combination: () => html`<div class="grey">［多张图片］</div>`,
  person: ({ user_id }) => html`<div class="blue">@${String(user_id)}</div>`,
}

function component(given: Component): Html {
  const view = views[given.tag]
  if (view) return view(given)
  return useOf(given.tag) ? field(given) : html`<div class="grey">［${given.tag}］</div>`
}

/** A card to be read: its header, texts, inputs, buttons, tables, and charts as their data. */
export function cardView(card: unknown): Html {
  const { header, body, elements } = Card.parse(card)
  const top = header
    ? html`<header class="t-${header.template}"><b>${header.title?.content ?? ''}</b>${
        header.subtitle ? html`<div>${header.subtitle.content}</div>` : ''
      }${header.text_tag_list.map((tag) => html`<span class="tag">${tag.text.content}</span>`)}</header>`
    : ''
  const size = `${countTags(card)} 个组件 · ${(Buffer.byteLength(JSON.stringify(card)) / 1_024).toFixed(1)} KB`
  return html`<div class="card" title="${size}">${top}<div class="body">${all(body?.elements ?? elements ?? [])}</div></div>`
}
