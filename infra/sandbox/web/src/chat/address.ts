/** Where one pane stands: who looks, and at which chat. */
export type Place = { as: string; chat: string }
export type Panes = readonly Place[]

/** Reads /?as=…&chat=…&as2=…&chat2=…; without `as` nobody has been chosen yet. */
export function panesOf(search: string): Panes {
  const query = new URLSearchParams(search)
  const place = (ordinal: string): Place => ({
    as: query.get(`as${ordinal}`) ?? '',
    chat: query.get(`chat${ordinal}`) ?? '',
  })
  return [place(''), place('2')].filter(({ as }) => as !== '')
}

/** The address of these panes; what else stands in the address stays there. */
export function searchOf(panes: Panes, search: string): string {
  const query = new URLSearchParams(search)
  for (const name of ['as', 'chat', 'as2', 'chat2']) query.delete(name)
  for (const [index, { as, chat }] of panes.entries()) {
    const ordinal = index === 0 ? '' : '2'
    query.set(`as${ordinal}`, as)
    if (chat !== '') query.set(`chat${ordinal}`, chat)
  }
  const text = query.toString()
  return text === '' ? '' : `?${text}`
}
