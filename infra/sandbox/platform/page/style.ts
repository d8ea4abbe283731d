/** The page's whole dress: system fonts, no image, nothing from outside. */
export const style = `
:root { --ink: #1f2329; --soft: #646a73; --line: #dee0e3; --ground: #f2f3f5; --blue: #3370ff; color-scheme: light }
* { box-sizing: border-box }
body { margin: 0; display: flex; height: 100vh; color: var(--ink); background: var(--ground);
  font: 14px/1.6 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", system-ui, sans-serif }
a { color: inherit; text-decoration: none }
aside { width: 260px; flex: none; overflow-y: auto; background: #fff; border-right: 1px solid var(--line) }
aside h1 { margin: 0; padding: 14px 16px 2px; font-size: 16px }
aside p { margin: 0; padding: 0 16px 10px; color: var(--soft); font-size: 12px }
aside a { display: flex; justify-content: space-between; gap: 8px; padding: 9px 16px; border-top: 1px solid var(--ground) }
aside a:hover, aside a.open { background: #e8f0ff }
aside span { color: var(--soft); font-size: 12px; white-space: nowrap }
main { flex: 1; overflow-y: auto; padding: 0 16px 40px }
nav { position: sticky; top: 0; display: flex; gap: 12px; align-items: baseline; padding: 12px 0; background: var(--ground) }
nav h2 { margin: 0; font-size: 16px; flex: 1 }
nav a { padding: 1px 10px; border-radius: 6px; color: var(--soft) }
nav a.open { background: #fff; color: var(--blue) }
.chat { margin: 0 auto; max-width: 640px }
.phone .chat { max-width: 375px }
.message { margin: 14px 0 }
.who { color: var(--soft); font-size: 12px; margin-bottom: 3px }
.bubble { display: inline-block; padding: 8px 12px; border-radius: 8px; background: #fff; white-space: pre-wrap; overflow-wrap: anywhere }
.person { text-align: right }
.person .bubble { background: #d6e5ff; text-align: left }
.card { border: 1px solid var(--line); border-radius: 8px; background: #fff; overflow: hidden }
.card > header { padding: 10px 12px; background: #e8eaed }
.card > header b { font-size: 16px; display: block }
.card > .body { padding: 12px; display: grid; gap: 8px }
.t-blue, .t-wathet, .t-indigo { background: #dbe7ff !important } .t-green, .t-turquoise { background: #d9f5d6 !important }
.t-orange, .t-yellow { background: #feead2 !important } .t-red, .t-carmine { background: #fde2e2 !important }
.t-violet, .t-purple { background: #ece2fe !important }
.tag { display: inline-block; padding: 0 6px; margin-right: 4px; border-radius: 4px; background: #fff8; font-size: 12px }
.columns { display: flex; gap: 8px } .columns > * { display: grid; gap: 8px; align-content: start; min-width: 0 }
.stack { display: grid; gap: 8px }
.form { border-left: 3px solid var(--line); padding-left: 10px }
.field label { display: block; color: var(--soft); font-size: 12px }
.field span { display: block; min-height: 32px; padding: 4px 10px; border: 1px solid #bbbfc4; border-radius: 6px; overflow-wrap: anywhere }
.field .empty { color: #a8abb0 } .required::after { content: " *"; color: #d83931 }
.button { display: inline-block; padding: 3px 14px; border: 1px solid #bbbfc4; border-radius: 6px; margin: 0 }
.button.primary { color: var(--blue); border-color: var(--blue) } .button.filled { background: var(--blue); color: #fff }
.button.danger { color: #d83931; border-color: #d83931 } .button.disabled { opacity: .45 }
.scroll { overflow-x: auto } table { border-collapse: collapse; width: 100%; font-size: 13px }
th, td { border-bottom: 1px solid var(--line); padding: 4px 8px; text-align: left; white-space: nowrap }
th { background: var(--ground); font-weight: 500 } th.number, td.number { text-align: right; font-variant-numeric: tabular-nums }
hr { border: 0; border-top: 1px solid var(--line); width: 100%; margin: 0 } details { border: 1px solid var(--line); border-radius: 6px; padding: 6px 10px }
.grey { color: var(--soft) } .red { color: #d83931 } .green { color: #2ea121 } .orange { color: #de7802 } .blue { color: var(--blue) }
@media (max-width: 700px) { body { display: block; height: auto } aside { width: auto; max-height: 40vh } }
`
