import { html } from 'hono/html'
import * as z from 'zod'
import { countTags } from '../cards/placed.ts'
import { usageOf } from '../cards/usable.ts'
import { chart } from './card-chart.ts'
import { field } from './card-inputs.ts'
import { table } from './card-table.ts'
import { markdown } from './markdown.ts'
import type { NameOf } from './names.ts'

type Html = ReturnType<typeof html>

const Text = z.looseObject({ content: z.string() })
const Tagged = z.looseObject({ tag: z.string() })
const Children = z.array(Tagged).catch([])
const Header = z.looseObject({
  title: Text.optional().catch(undefined),
  subtitle: Text.optional().catch(undefined),
  template: z
    .string()
    .regex(/^[a-z]+$/)
    .catch('default'),
  text_tag_list: z.array(z.looseObject({ text: Text })).catch([]),
})
const Card = z.looseObject({
  header: Header.optional().catch(undefined),
  body: z.looseObject({ elements: Children }).optional().catch(undefined),
  elements: Children.optional(),
})
const Margin = z.string().regex(/^-?\d{1,2}px( -?\d{1,2}px){0,3}$/)
const WithText = z.looseObject({ text: Text })
const Panel = z.looseObject({ header: z.looseObject({ title: Text }) })
const Fields = z.looseObject({ fields: z.array(WithText) })
const Persons = z.looseObject({ persons: z.array(z.looseObject({ id: z.string() })) })

type Component = z.infer<typeof Tagged>
type View = (given: Component, nameOf: NameOf) => Html

const all = (components: unknown, nameOf: NameOf): Html[] =>
  Children.parse(components).map((one) => component(one, nameOf))
const textOf = (given: unknown) => WithText.safeParse(given).data?.text.content

const sizes: readonly (readonly [RegExp, string])[] = [
  [/notation|small/, 'notation'],
  [/heading|large/, 'heading'],
]
const sizeOf = (size: unknown) => sizes.find(([pattern]) => pattern.test(String(size)))?.[1] ?? ''
const alignOf = (align: unknown) => (align === 'center' || align === 'right' ? align : '')
const modes: Record<string, string> = {
  flow: 'flow',
  bisect: 'bisect',
  trisect: 'trisect',
  stretch: 'stretch',
}

const stack: View = ({ elements }, nameOf) => html`<div class="stack">${all(elements, nameOf)}</div>`
const person = (ids: readonly string[], nameOf: NameOf) =>
  html`<div class="blue">${ids.map((id) => `@${nameOf(id)}`).join(' ')}</div>`

const views: Record<string, View> = {
  markdown: ({ content, text_size, text_align }, nameOf) =>
    markdown(String(content), nameOf, `${sizeOf(text_size)} ${alignOf(text_align)}`),
  div: (given, nameOf) => html`${markdown(textOf(given) ?? '', nameOf)}
    ${Fields.safeParse(given).data?.fields.map((one) => markdown(one.text.content, nameOf)) ?? ''}`,
  hr: () => html`<hr>`,
  column_set: ({ columns, flex_mode }, nameOf) =>
    html`<div class="columns ${modes[String(flex_mode)] ?? ''}">${Children.parse(columns).map((one) => column(one, nameOf))}</div>`,
  form: ({ elements }, nameOf) => html`<div class="form stack">${all(elements, nameOf)}</div>`,
  action: ({ actions }, nameOf) => html`<div class="columns flow">${all(actions, nameOf)}</div>`,
  note: ({ elements }, nameOf) => html`<div class="notation grey">${all(elements, nameOf)}</div>`,
  interactive_container: stack,
  collapsible_panel: (given, nameOf) =>
    html`<details ${given.expanded === true ? 'open' : ''}><summary>${
      Panel.safeParse(given).data?.header.title.content ?? ''
    }</summary>${stack(given, nameOf)}</details>`,
  table,
  chart,
  plain_text: ({ content }) => html`<div class="text">${String(content)}</div>`,
  lark_md: ({ content }, nameOf) => markdown(String(content), nameOf),
  img: () => html`<div class="grey">［图片］</div>`,
  img_combination: () => html`<div class="grey">［多张图片］</div>`,
  person: ({ user_id }, nameOf) => person([String(user_id)], nameOf),
  person_list: (given, nameOf) =>
    person(Persons.safeParse(given).data?.persons.map(({ id }) => id) ?? [], nameOf),
}

function column({ elements, width, weight, vertical_align }: Component, nameOf: NameOf): Html {
  const share = width === 'weighted' ? `flex:${Number(weight ?? 1)} 1 0` : ''
  return html`<div class="stack ${vertical_align === 'center' ? 'middle' : ''}" style="${share}">${all(elements, nameOf)}</div>`
}

function component(given: Component, nameOf: NameOf): Html {
  const margin = Margin.safeParse(given.margin).data
  const drawn = draw(given, nameOf)
  return margin === undefined ? drawn : html`<div style="margin:${margin}">${drawn}</div>`
}

function draw(given: Component, nameOf: NameOf): Html {
  const view = Object.hasOwn(views, given.tag) ? views[given.tag] : undefined
  if (view) return view(given, nameOf)
  return usageOf(given.tag) ? field(given, nameOf) : html`<div class="grey">［${given.tag}］</div>`
}

/** A card to be read: its header, texts, inputs, buttons, tables, and charts as their data. */
export function cardView(card: unknown, nameOf: NameOf): Html {
  const { header, body, elements } = Card.parse(card)
  const top = header
    ? html`<header class="t-${header.template}"><b>${header.title?.content ?? ''}</b>${
        header.subtitle ? html`<div>${header.subtitle.content}</div>` : ''
      }${header.text_tag_list.map((tag) => html`<span class="tag">${tag.text.content}</span>`)}</header>`
    : ''
  const size = `${countTags(card)} 个组件 · ${(Buffer.byteLength(JSON.stringify(card)) / 1_024).toFixed(1)} KB`
  const inside = all(body?.elements ?? elements ?? [], nameOf)
  return html`<div class="card" title="${size}">${top}<div class="body stack">${inside}</div></div>`
}
