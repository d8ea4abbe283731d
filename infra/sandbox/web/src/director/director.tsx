/** Where the panel of whoever directs the world will stand. */
export const Director = () => null
