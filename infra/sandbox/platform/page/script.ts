/** New messages appear without a reload, and a chat opens at its end; nothing on the page needs more of a script. */
export const script = `
const scroller = () => document.querySelector('main').scrollHeight > document.querySelector('main').clientHeight + 1
  ? document.querySelector('main') : document.documentElement
const atEnd = () => { const box = scroller(); return box.scrollHeight - box.scrollTop - box.clientHeight < 60 }
const toEnd = () => { const box = scroller(); box.scrollTop = box.scrollHeight }
if (document.body.classList.contains('reading') || innerWidth > 700) toEnd()
setInterval(async () => {
  const answer = await fetch(location.href).catch(() => null)
  if (!answer) return
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const stay = atEnd()
  for (const part of ['.clock', '.list', '.chat']) {
    const [now, then] = [fresh.querySelector(part), document.querySelector(part)]
    if (!now || !then || now.innerHTML === then.dataset.drawn) continue
    if (then.dataset.drawn !== undefined || now.innerHTML !== then.innerHTML) {
      then.replaceChildren(...document.importNode(now, true).childNodes)
      if (part === '.chat' && stay) toEnd()
    }
    then.dataset.drawn = now.innerHTML
  }
}, 2000)`
