/** What a refusal means for whoever operates this, and what to do; `{}` is a chat, a person or a message. */
const meanings: Readonly<Record<number, string>> = {
  230001: 'Lark finds a parameter for {} wrong',
  230002: 'the bot is not in {}: add it to the group',
  230006: 'the app has no bot: switch it on in the developer console',
  230011: '{} was recalled',
  230012: '{} was not sent by this bot',
  230013: "{} is outside the app's availability, or has left: widen it in the console",
  230017: '{} belongs to somebody else',
  230018: '{} does not let the bot speak',
  230022: 'the content for {} was found sensitive',
  230025: 'the content for {} is too long',
  230027: 'the app lacks a permission for {}: grant it in the console',
  230028: "the content for {} was stopped by the tenant's data protection",
  230029: '{} has left',
  230031: '{} is older than 14 days and can no longer be changed',
  230034: '{} does not exist for this app',
  230035: 'sending to {} is forbidden',
  230038: '{} belongs to another tenant',
  230045: '{} does not exist',
  230050: '{} is invisible to the bot',
  230053: '{} has stopped the bot',
  230054: '{} is of a type that cannot be changed this way',
  230072: '{} was edited as often as Lark allows',
  230099: 'the card for {} does not fit schema 2.0',
  230110: '{} was deleted',
  232009: '{} was dissolved',
  232011: 'the bot is not in {}: add it to the group',
  234001: 'Lark finds a parameter of the file of {} wrong',
  234003: 'the file is not in {}',
  234004: 'the bot is not in the chat of {}',
  234006: 'the file is larger than Lark takes',
  234007: 'the app has no bot: switch it on in the developer console',
  234008: '{} holds a file of somebody else',
  234010: 'the file is empty',
  234043: '{} is of a type whose files Lark does not give',
  99991672: 'the app lacks a scope: grant it in the developer console and publish a version',
  99992354: '{} is no message id',
  99992361: '{} is the open_id of another app',
  99992402: 'Lark finds a field for {} wrong',
}

/**
 * `Lark refused im.message.create (230002): the bot is not in chat oc_1: add it to the group`. Of Feishu's
 * words only the number and place of a card's fault are told: the rest can quote what the card says.
 */
export const sentenceFor = (api: string, code: number, about: string, words: string): string => {
  const meaning = (meanings[code] ?? "look the code up in Lark's documents ({})").replace('{}', () => about)
  const fault = /ErrCode: ?(\d+)/.exec(words)?.[1]
  const place = /ErrPath: ?(ROOT(?: ?-> ?(?:\w+|\[\d+\])(?:\(tag: \w+\))?)*)/.exec(words)?.[1]
  const detail = [fault, place].filter((part) => part !== undefined).join(' at ')
  return `Lark refused ${api} (${code}): ${meaning}${detail && ` (${detail})`}`
}
