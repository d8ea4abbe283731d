const drawing = (sky: string, hill: string, sun: string, width = 320, height = 180): string => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
<rect width="100%" height="100%" fill="${sky}"/><circle cx="${width * 0.72}" cy="${height * 0.3}" r="22" fill="${sun}"/>
<path d="M0 ${height} L${width * 0.3} ${height * 0.4} L${width * 0.55} ${height * 0.75} L${width * 0.75} ${height * 0.55} L${width} ${height} Z" fill="${hill}"/></svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}

const pictures: Record<string, string> = {
  morning: drawing('#d6ecff', '#5b8f6b', '#ffd35c'),
  noon: drawing('#bfe3ff', '#3f7d8c', '#fff3b0'),
  evening: drawing('#ffd9c2', '#8a5a76', '#ff8a5c'),
  night: drawing('#26345c', '#131c38', '#f2f0dc'),
  tall: drawing('#e4f4e4', '#6b8f5b', '#ffb84d', 180, 480),
}

/** The address of a picture of the gallery's own, by the name that its cards use as an image key. */
export const pictureOf = (key: string): string => pictures[key] ?? ''
