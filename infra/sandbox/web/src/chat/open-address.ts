import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef } from 'react'
import { ask } from '../sandbox/ask.ts'
import { keys, useApp } from '../sandbox/queries.ts'
import type { Chat } from '../sandbox/wire.ts'
import { opensBot } from './bot-link.ts'
import { useDesk } from './desk-places.ts'

/** For links: what opens an address in this person's pane, where that is where it belongs. */
export function useWithin(as: string): (address: string) => (() => void) | undefined {
  const app = useApp()?.app_id
  const open = useOpenAddress(as)
  return useCallback(
    (address) => (opensBot(address, app) ? () => void open(address).catch(() => {}) : undefined),
    [app, open],
  )
}

/** Opens what a card leads this person to: the private chat with the bot in their pane, all else in a new tab. */
export function useOpenAddress(as: string): (address: string) => Promise<void> {
  const queries = useQueryClient()
  const app = useApp()?.app_id
  const now = useDesk()
  const desk = useRef(now)
  desk.current = now
  return useCallback(
    async (address) => {
      if (!opensBot(address, app)) {
        window.open(address, '_blank', 'noopener,noreferrer')
        return
      }
      const { chat } = await ask<{ chat: Chat }>('POST', '/chats', { type: 'p2p', user: as })
      await queries.invalidateQueries({ queryKey: keys.chats(as) })
      const { panes, active, go } = desk.current
      const index = panes[active]?.as === as ? active : panes.findIndex((place) => place.as === as)
      if (index !== -1) go(index, { as, chat: chat.chat_id })
    },
    [as, app, queries],
  )
}
