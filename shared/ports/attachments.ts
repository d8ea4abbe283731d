/** A file that somebody sent to the bot, or why it never comes. */
export type Downloaded =
  | { is: 'file'; bytes: Uint8Array }
  /** `too-large`: above the most that is ever taken; `gone`: recalled, or not for us. `code` is Feishu's. */
  | { is: 'refused'; why: 'too-large' | 'gone'; code: number }

/** What somebody wrote, or nothing: it was recalled, or is not for us. */
export type SaidText = { is: 'text'; text: string } | { is: 'refused'; why: 'gone' }

/** What people send. Throws when Feishu could not be asked just now: to be tried again. */
export type Inbox = {
  /** `message` and `file` as they came in: Feishu gives a file only together with its message. */
  download(message: string, file: string): Promise<Downloaded>
  /** A message's text as it stands now: nothing of it is kept here. */
  readText(message: string): Promise<SaidText>
}

/** What the bot will send. Throws when Feishu did not take it. */
export type Uploads = {
  /** The key of the stored file, for a push that sends it as `{ file }`. At most 30 MB, never empty. */
  upload(name: string, bytes: Uint8Array): Promise<string>
}
