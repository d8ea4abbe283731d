import { createBlobs } from './blobs.ts'
import { createCollection, type Put } from './collection.ts'
import { type Change, noJournal, openJournal } from './journal.ts'
import * as model from './model.ts'

const lasting = new Set(['settings', 'appTokens', 'followers'])

export type State = ReturnType<typeof openState>

/** Hears what was committed, once it can be read; it must be quick and may not throw. */
export type Watcher = { changed: (changes: readonly Change[]) => void; cleared: () => void }

/** Everything the platform knows, in memory for reading and in a journal for keeping. */
export function openState(folder: string | undefined) {
  const collections = {
    users: createCollection('users', model.User),
    chats: createCollection('chats', model.Chat),
    messages: createCollection('messages', model.Message),
    reads: createCollection('reads', model.Read),
    files: createCollection('files', model.StoredFile),
    appTokens: createCollection('appTokens', model.AppToken),
    cardTokens: createCollection('cardTokens', model.CardToken),
    slashCommands: createCollection('slashCommands', model.SlashCommand),
    events: createCollection('events', model.PendingEvent),
    deliveries: createCollection('deliveries', model.Delivery),
    followers: createCollection('followers', model.Follower),
    faults: createCollection('faults', model.Fault),
    settings: createCollection('settings', model.Settings),
  }
  const indexes = {
    chatOrder: collections.messages.orderBy((message) => message.chat_id),
    messagesOfUuid: collections.messages.indexBy((message) => message.uuid),
    p2pOfUser: collections.chats.indexBy((chat) => (chat.type === 'p2p' ? chat.owner_id : '')),
  }
  const byName = new Map(Object.entries(collections))
  const live = (): Change[] => [...byName.values()].flatMap((collection) => collection.live())
  const replay = ([name, id, value]: Change) => byName.get(name)?.replay(id, value)
  const journal = folder === undefined ? noJournal : openJournal(folder, replay, live)

  const watchers = new Set<Watcher>()
  const write = (puts: readonly Put[]) => {
    journal.write(puts.map((put) => put.change))
    for (const put of puts) put.apply()
  }

  return {
    ...collections,
    ...indexes,
    blobs: createBlobs(folder),

    /** A chat's messages in the order in which they were sent. */
    messagesOfChat: (chatId: string) => indexes.chatOrder.slice(chatId, 0, Number.POSITIVE_INFINITY),

    /** On disk first, visible after: what somebody was told cannot be lost. */
    commit(...puts: Put[]): void {
      if (puts.length === 0) return
      write(puts)
      const changes = puts.map((put) => put.change)
      for (const watcher of watchers) watcher.changed(changes)
    },

    /** Tells somebody of every commit from now on; answers how to stop it. */
    watch(watcher: Watcher): () => void {
      watchers.add(watcher)
      return () => void watchers.delete(watcher)
    },

    /** Forgets the people and what they did, in one line; the app, its tokens, clock and followers stay. */
    clear(): void {
      const all = [...byName].filter(([name]) => !lasting.has(name))
      write(all.flatMap(([, collection]) => collection.live().map(([, id]) => collection.drop(id))))
      this.blobs.clear()
      for (const watcher of watchers) watcher.cleared()
    },

    close: () => journal.close(),
  }
}
