/** The page's own dress: system fonts, no image, nothing from outside. */
export const style = `
:root { --ink: #1f2329; --soft: #5c626b; --line: #dee0e3; --ground: #f2f3f5; --blue: #245bdb; color-scheme: light }
* { box-sizing: border-box }
body { margin: 0; display: flex; height: 100vh; color: var(--ink); background: var(--ground); overflow-wrap: anywhere;
  font: 16px/1.6 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", system-ui, sans-serif; -webkit-text-size-adjust: 100% }
a { color: inherit; text-decoration: none }
:focus-visible { outline: 2px solid var(--blue); outline-offset: -2px }
aside { width: 320px; flex: none; display: flex; flex-direction: column; background: #fff; border-right: 1px solid var(--line) }
.top { padding: 14px 16px 10px; border-bottom: 1px solid var(--line) }
h1, h2, .top p { margin: 0 } h1 { font-size: 20px } h2 { font-size: 18px; flex: 1; min-width: 0 }
h2 small { margin-left: 8px; color: var(--soft); font-size: 14px; font-weight: 400 }
.clock { color: var(--soft); font-size: 14px }
form { display: flex; gap: 8px; margin-top: 8px }
form input { flex: 1; min-width: 0; height: 40px; padding: 0 12px; border: 1px solid var(--line); border-radius: 8px; font: inherit }
form button { height: 40px; padding: 0 14px; border: 1px solid var(--line); border-radius: 8px; background: #fff; font: inherit }
.list { overflow-y: auto; flex: 1 }
.row { display: grid; grid-template: "face name when" "face preview preview" / 44px 1fr auto; column-gap: 12px;
  align-items: center; padding: 10px 16px }
.row:hover { background: var(--ground) } .row.open { background: #e1eaff }
.face { grid-area: face; display: grid; place-items: center; width: 44px; height: 44px; border-radius: 50%; color: #fff; background: #3370ff }
.face.group { background: #35bd4b; border-radius: 12px }
.name { grid-area: name } .when { grid-area: when; color: var(--soft); font-size: 13px; white-space: nowrap }
.preview { grid-area: preview; color: var(--soft); font-size: 14px }
.name, .preview { overflow: hidden; text-overflow: ellipsis; white-space: nowrap }
main { flex: 1; min-width: 0; overflow-y: auto; padding: 0 20px 40px }
nav { position: sticky; top: 0; z-index: 2; display: flex; gap: 12px; align-items: center; min-height: 56px; background: var(--ground) }
nav a { padding: 6px 14px; border-radius: 8px; color: var(--soft) } nav a.open { background: #fff; color: var(--blue) }
nav .back { display: none; padding-left: 0; color: var(--blue) }
.none { padding: 16px; color: var(--soft) }
.earlier { display: block; padding: 12px; text-align: center; color: var(--blue) }
.chat { margin: 0 auto; max-width: 680px }
.message { margin: 18px 0 }
.who { margin-bottom: 4px; color: var(--soft); font-size: 14px }
.bubble { display: inline-block; max-width: 100%; padding: 8px 14px; border-radius: 8px; background: #fff; white-space: pre-wrap }
.person { text-align: right } .person .bubble { background: #d1e3ff; text-align: left }
.phone .chat { max-width: 327px }
@media (max-width: 700px) {
  body { display: block; height: auto } aside { width: auto; min-height: 100vh; border: 0 }
  .reading aside, body:not(.reading) main { display: none }
  main { padding: 0 24px 32px; overflow: visible } .row.open { background: none } nav .back { display: block } nav .width { display: none }
}
`
