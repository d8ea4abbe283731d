/** How a list of names reads on a phone: the first ones, then how many there are. */
export const someOf = (names: readonly string[], most: number): string =>
  names.length <= most ? names.join('、') : `${names.slice(0, most).join('、')}…（共 ${names.length} 个）`
