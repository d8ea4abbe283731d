import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { type Language, usePreferences } from '../preferences.ts'
import { ask } from './ask.ts'
import type { App, Chat, Clock, MenuItem, SlashCommand, User, View } from './wire.ts'

/** Everything that the page knows of the sandbox, each under its own key; live.ts keeps it true. */
export const keys = {
  users: ['users'],
  app: ['app'],
  clock: ['clock'],
  commands: ['commands'],
  menu: ['menu'],
  extension: ['extension'],
  chats: (as: string) => ['chats', as],
  messages: (chat: string) => ['messages', chat],
} as const

type Directory = { users: User[]; byId: Map<string, User> }

const directoryOf = ({ users }: { users: User[] }): Directory => ({
  users,
  byId: new Map(users.map((user) => [user.open_id, user])),
})

export const useDirectory = () =>
  useQuery({
    queryKey: keys.users,
    queryFn: () => ask<{ users: User[] }>('GET', '/users'),
    select: directoryOf,
  })

export const useApp = () => useQuery({ queryKey: keys.app, queryFn: () => ask<App>('GET', '/app') }).data

export const useChats = (as: string) =>
  useQuery({
    queryKey: keys.chats(as),
    queryFn: () => ask<{ p2p: Chat | null; chats: Chat[] }>('GET', `/chats?user=${as}`),
  })

export const useCommands = () =>
  useQuery({
    queryKey: keys.commands,
    queryFn: () => ask<{ commands: SlashCommand[] }>('GET', '/slash-commands'),
    staleTime: 30_000,
  }).data?.commands ?? none

export const useMenu = () =>
  useQuery({ queryKey: keys.menu, queryFn: () => ask<{ items: MenuItem[] }>('GET', '/menu') }).data?.items ??
  none

const none: never[] = []

/** The sandbox's clock: what it said last, and what has passed since if it flows. */
export function useNow(): number {
  const { data, dataUpdatedAt } = useQuery({
    queryKey: keys.clock,
    queryFn: () => ask<Clock>('GET', '/clock'),
  })
  if (data === undefined) return Date.now()
  return data.mode === 'flowing' ? data.now + Date.now() - dataUpdatedAt : data.now
}

/** What the world around the bot adds to this page; null when nobody does. */
export function useExtension(): View | null {
  const { language } = usePreferences()
  const view = useQuery({
    queryKey: [...keys.extension, language],
    queryFn: () => viewOrNothing(language),
    retry: false,
    placeholderData: keepPreviousData,
  })
  return view.data ?? null
}

/** Who extends this page, and whether they still make ready. */
export const useExtender = () =>
  useQuery({
    queryKey: [...keys.extension, 'who'],
    queryFn: () => ask<{ url: string | null; preparing: boolean }>('GET', '/extension'),
  }).data

/** When the one who extends the page does not answer, what was shown before stays. */
async function viewOrNothing(language: Language): Promise<View | null> {
  const { url } = await ask<{ url: string | null }>('GET', '/extension')
  return url === null ? null : ask<View>('GET', `/extension/view?language=${language}`)
}

/** Anybody's name by open_id, the bot's too. */
export function useNames(): (openId: string) => string | undefined {
  const byId = useDirectory().data?.byId
  const app = useApp()
  return useCallback(
    (openId) => (openId === app?.bot_open_id ? app.app_name : byId?.get(openId)?.name),
    [byId, app],
  )
}
