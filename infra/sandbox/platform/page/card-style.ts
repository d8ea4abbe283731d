/** How a card looks: the tones, the spacing and the widths of Feishu's, the letters a little larger. */
export const cardStyle = `
.card { border: 1px solid var(--line); border-radius: 8px; background: #fff; overflow: hidden; text-align: left }
.card > header { padding: 12px; background: #eff0f1 }
.card > header b { display: block; font-size: 18px; line-height: 1.4 }
.card > .body { padding: 12px; gap: 12px }
.t-blue, .t-wathet, .t-indigo { background: #dbe7ff !important } .t-green, .t-turquoise { background: #d9f5d6 !important }
.t-orange, .t-yellow { background: #feead2 !important } .t-red, .t-carmine { background: #fde2e2 !important }
.t-violet, .t-purple { background: #ece2fe !important } .t-grey { background: #e3e5e8 !important }
.tag { display: inline-block; padding: 0 8px; margin: 4px 6px 0 0; border-radius: 4px; background: #1f232918; font-size: 14px }
.stack { display: grid; grid-template-columns: minmax(0, 1fr); gap: 8px; align-content: start }
.stack.middle { align-content: center }
.text { white-space: pre-wrap } .text.center { text-align: center } .text.right { text-align: right }
.notation { font-size: 14px } .heading { font-size: 18px; font-weight: 600 }
.quote { padding-left: 10px; border-left: 3px solid var(--line); font-style: normal; color: var(--soft) }
code { padding: 0 4px; border-radius: 4px; background: var(--ground) }
.columns { display: flex; gap: 8px } .columns > * { min-width: 0 }
.columns.flow { flex-wrap: wrap }
.columns.bisect, .columns.trisect { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)) }
.columns.trisect { grid-template-columns: repeat(3, minmax(0, 1fr)) }
.label { color: var(--soft); font-size: 14px } .required::after { content: " *"; color: #c02a26 }
.value { display: flex; justify-content: space-between; gap: 8px; min-height: 40px; padding: 6px 10px;
  border: 1px solid #8f959e; border-radius: 6px; background: #fff }
.value.tall { min-height: 84px } .value i { font-style: normal; color: var(--soft) }
.empty { color: #6b7079 } .field.disabled { opacity: .6 }
.button { display: inline-block; padding: 6px 16px; border: 1px solid #8f959e; border-radius: 6px; background: #fff }
.button.primary { color: var(--blue); border-color: var(--blue) } .button.filled { background: var(--blue); color: #fff }
.button.danger { color: #c02a26; border-color: #c02a26 } .button.disabled { opacity: .45 }
.button.bare { border-color: transparent; padding-left: 0 }
.scroll { overflow-x: auto; background: linear-gradient(90deg, #fff 24px, #fff0) local, linear-gradient(270deg, #fff 24px, #fff0) right local,
  linear-gradient(90deg, #1f232930, #1f232900 12px), linear-gradient(270deg, #1f232930, #1f232900 12px) } table { border-collapse: collapse; width: 100%; font-size: 15px }
th, td { border-bottom: 1px solid var(--line); padding: 6px 8px; text-align: left; overflow-wrap: normal }
th { border-bottom-width: 2px; color: var(--soft); font-weight: 500 } td:first-child, th:first-child { min-width: 6em }
th.right, td.right { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums }
th.center, td.center { text-align: center }
details { border: 1px solid var(--line); border-radius: 6px; padding: 8px 10px } summary { cursor: pointer }
.chart .scroll { max-height: 420px; overflow-y: auto } .chart td { padding: 2px 8px; position: relative }
.chart thead th { background: #fff; position: sticky; top: 0; z-index: 1 } .chart td span { position: relative }
.bar { position: absolute; inset: 3px auto 3px 0; background: #d6e4ff }
hr { border: 0; border-top: 1px solid var(--line); width: 100%; margin: 0 }
.grey { color: var(--soft) } .red { color: #c02a26 } .green { color: #1b7a1b } .orange { color: #a85400 } .blue { color: var(--blue) }
@media (max-width: 700px) { .columns.stretch { flex-direction: column } }
.phone .columns.stretch { flex-direction: column }
`
