/** One example of every component, written by us. */
export const Gallery = () => <main className="gallery" />
