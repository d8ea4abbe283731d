/** What a refusal means for whoever operates this, and what to do; `about` is a chat, a person or a message. */
const meanings: Readonly<Record<number, (about: string) => string>> = {
  230001: (about) => `Lark finds a parameter for ${about} wrong`,
  230002: (about) => `the bot is not in ${about}: add it to the group`,
  230006: () => 'the app has no bot: switch it on in the developer console',
  230011: (about) => `${about} was recalled`,
  230012: (about) => `${about} was not sent by this bot`,
  230013: (about) => `${about} is outside the app's availability, or has left: widen it in the console`,
  230017: (about) => `${about} belongs to somebody else`,
  230018: (about) => `${about} does not let the bot speak`,
  230022: (about) => `the content for ${about} was found sensitive`,
  230025: (about) => `the content for ${about} is too long`,
  230027: (about) => `the app lacks a permission for ${about}: grant it in the console`,
  230028: (about) => `the content for ${about} was stopped by the tenant's data protection`,
  230029: (about) => `${about} has left`,
  230031: (about) => `${about} is older than 14 days and can no longer be changed`,
  230034: (about) => `${about} does not exist for this app`,
  230035: (about) => `sending to ${about} is forbidden`,
  230038: (about) => `${about} belongs to another tenant`,
  230045: (about) => `${about} does not exist`,
  230050: (about) => `${about} is invisible to the bot`,
  230053: (about) => `${about} has stopped the bot`,
  230054: (about) => `${about} is of a type that cannot be changed this way`,
  230072: (about) => `${about} was edited as often as Lark allows`,
  230099: (about) => `the card for ${about} does not fit schema 2.0`,
  230110: (about) => `${about} was deleted`,
  232009: (about) => `${about} was dissolved`,
  232011: (about) => `the bot is not in ${about}: add it to the group`,
  99991672: () => 'the app lacks a scope: grant it in the developer console and publish a version',
  99992354: (about) => `${about} is no message id`,
  99992361: (about) => `${about} is the open_id of another app`,
  99992402: (about) => `Lark finds a field for ${about} wrong`,
}

/**
 * `Lark refused im.message.create (230002): the bot is not in chat oc_1: add it to the group`. Of Feishu's own words
 * only the number and place of a card's fault are told: the rest can quote what the card says.
 */
export const sentenceFor = (api: string, code: number, about: string, words: string): string => {
  const meaning = meanings[code]?.(about) ?? `look the code up in Lark's documents (${about})`
  const fault = /ErrCode: ?(\d+)/.exec(words)?.[1]
  const place = /ErrPath: ?([\w\->[\]():. ]*[\w\])])/.exec(words)?.[1]
  const detail = [fault, place].filter((part) => part !== undefined).join(' at ')
  return `Lark refused ${api} (${code}): ${meaning}${detail && ` (${detail})`}`
}
