/** How a list of names reads on a phone: the first ones, then how many there are (firms are counted in 户). */
export const someOf = (names: readonly string[], most: number, unit: '个' | '户' | '人' = '个'): string =>
  names.length <= most
    ? names.join('、')
    : `${names.slice(0, most).join('、')}等（共 ${names.length} ${unit}）`
