/** What a browser shows while the page is being built; it asks again by itself. */
export const waitingPage = `<!doctype html>
<html lang="zh-CN">
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <link rel="icon" href="data:,">
  <title>正在准备…</title>
  <style>
    body { display: grid; place-content: center; min-height: 90vh; margin: 16px; font: 16px/1.6 system-ui, sans-serif; text-align: center }
    small { opacity: .75 }
  </style>
  <p role="status">页面正在准备，几秒钟就好，不用刷新。<br>
  <small lang="en">The page is being made ready. It appears by itself in a few seconds.</small></p>
</html>
`
