import { directorEn } from './director.ts'
import { galleryEn } from './gallery.ts'
import { inputsEn } from './inputs.ts'
import type { Words } from './words.ts'

const many = (count: number, one: string, more = `${one}s`) => `${count} ${count === 1 ? one : more}`

export const en: Words = {
  title: 'Sandbox',
  bot: 'Bot',
  close: 'Close',
  cancel: 'Cancel',
  retry: 'Try again',
  theme: {
    label: 'Theme',
    auto: 'As the system',
    light: 'Light',
    dark: 'Dark',
  },
  language: { label: '语言', other: '中文' },

  picker: {
    title: 'Who do you want to be?',
    hint: 'You can be anybody in this sandbox: see their chats, speak for them, press their cards.',
    search: 'Search by name',
    everybody: 'Everybody',
    none: 'Nobody has this name. Try other letters.',
    nobody: 'Nobody is in the sandbox yet. Add people with POST /sandbox/users; they appear here at once.',
    more: (count) => `${many(count, 'more person', 'more people')}: search by name`,
    status: {
      active: '',
      resigned: 'Resigned',
      outside: 'Out of the bot’s range',
      stopped: 'Stopped the bot',
    },
    loading: 'Reading people…',
  },

  rail: {
    label: 'People and settings',
    switchTo: (name) => `See the chats of ${name}`,
    another: 'Open another person beside',
    unread: (count) => many(count, 'unread message'),
  },

  list: {
    label: 'Chats',
    labelOf: (name) => `Chats · ${name}`,
    change: 'Switch',
    closePane: 'Close this pane',
    search: 'Search chats',
    empty: 'No chats yet. They appear as soon as the bot writes or somebody makes a group.',
    none: 'No chat has this name.',
    silent: 'No messages yet',
    dissolved: 'Dissolved',
    begin: 'Press to begin a private chat',
    unread: (count) => many(count, 'unread message'),
    loading: 'Reading chats…',
    failed: 'The chats could not be read.',
    nobody: 'This person is not in the sandbox now. Switch to somebody else.',
  },

  chat: {
    label: (name) => `Chat ${name}`,
    choose: 'Choose a chat on the left',
    back: 'Back to the chats',
    people: (count) => many(count, 'person', 'people'),
    members: 'Members',
    messages: 'Messages',
    loading: 'Reading messages…',
    earlier: 'Reading earlier messages…',
    earlierFailed: 'Earlier messages could not be read.',
    failed: 'The messages could not be read.',
    empty: 'No messages yet. Say something below.',
    begin: 'The chat begins here',
    fresh: (count) => `↓ ${many(count, 'new message')}`,
    latest: 'To the newest message',
    gone: 'There is no such chat, or this person is not in it.',
    dissolved: 'This group is dissolved; nobody can write here.',
  },

  message: {
    said: (name, time) => `${name} ${time}`,
    recalled: (name) => `${name} recalled a message`,
    unknown: (kind) => `[${kind}] This kind of message cannot be shown here`,
    image: 'Image',
    file: 'File',
    download: 'Download',
    downloadOf: (name) => `Download ${name}`,
    updated: (count) => `Updated ${count === 1 ? 'once' : `${count} times`}`,
    replyTo: (name) => `Reply to ${name}: `,
    replyToSomething: 'Reply to an earlier message',
    everybody: 'Everyone',
    sending: 'Sending…',
    card: 'Card',
    imageFailed: 'The image cannot be read',
  },

  composer: {
    label: 'Message',
    to: (name) => `Message ${name}`,
    send: 'Send',
    file: 'Send a file',
    mention: 'Mention somebody',
    commands: 'Slash commands',
    mentions: 'People to mention',
    keys: 'Enter sends, Shift+Enter begins a new line',
    menu: 'Bot menu',
    menuDone: (name) => `Pressed “${name}”`,
    drop: 'Drop to send',
    tooLarge: (name, limit) => `“${name}” is larger than ${limit} MB and was not sent.`,
    tooLong: (size, limit) =>
      `This text has ${size} KB; Feishu takes ${limit} KB in one message, so it was not sent. It is still here: shorten it, send it in parts, or send it as a file.`,
    emptyFile: (name) => `“${name}” is empty and was not sent.`,
    failed: (why) => `Not sent: ${why} The text is still here; you can send it again.`,
    fileFailed: (name, why) => `“${name}” was not sent: ${why}`,
  },

  live: {
    lost: 'The connection to the sandbox is lost; trying again…',
    back: 'Connected again',
    unreachable: 'The sandbox cannot be reached.',
  },

  press: {
    refused: (why) => why,
    unreachable: 'The sandbox cannot be reached, so nothing was sent. Press again in a moment.',
    code: (say, code) => `${say} (${code})`,
    codes: {
      200340: 'The bot has no callback address',
      200341: 'The bot did not answer in time',
      200342: 'The bot cannot be reached',
      200343: 'The address of the bot cannot be found',
      200530: 'Something in the form has no name',
      200671: 'The bot answered with a wrong status',
      200672: 'The answer of the bot has a wrong format',
      200673: 'The card in the answer of the bot is wrong',
      200830: 'A new card cannot become an old one',
    },
    other: 'Something went wrong; try again later',
  },

  inputs: inputsEn,
  director: directorEn,
  gallery: galleryEn,
}
