import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { pageFolder } from './build.ts'

// What people and bots write is only ever shown: even if it slipped through as markup, nothing of it would run.
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "connect-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** The built chat client at / and /gallery; what it is made of carries its own fingerprint and is kept for ever. */
export function servePage(): Hono {
  return new Hono()
    .use('/assets/*', async (context, next) => {
      await next()
      if (context.res.ok) context.header('Cache-Control', 'public, max-age=31536000, immutable')
    })
    .use('/assets/*', serveStatic({ root: pageFolder }))
    .on('GET', ['/', '/gallery'], async (context, next) => {
      if (!existsSync(join(pageFolder, 'index.html'))) {
        return context.text('The page is not built yet: npm start and npm run sandbox build it.', 503)
      }
      context.header('Content-Security-Policy', policy)
      context.header('Cache-Control', 'no-cache')
      return serveStatic({ root: pageFolder, path: 'index.html' })(context, next)
    })
}
