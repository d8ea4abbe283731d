import { Hono } from 'hono'
import { handle } from 'hono/aws-lambda'

/** The least that a function can be: what our webhook's start is held against. */
export const handler = handle(new Hono().all('*', (c) => c.json({})))
