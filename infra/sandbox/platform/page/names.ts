/** The name of a person by open_id; whom nobody knows is called by the id. */
export type NameOf = (openId: string) => string
