const circle = 'M12 2.5a9.5 9.5 0 1 0 0 19a9.5 9.5 0 1 0 0-19'
const bell = 'M6 10a6 6 0 0 1 12 0c0 5 2 6 2 7H4c0-1 2-2 2-7M10 20.5h4'
const sheet = 'M6 2.5h8l4.5 4.5v14.5H6zM14 2.5V7h4.5'
const people =
  'M9 4a4 4 0 1 0 0 8a4 4 0 1 0 0-8M2 20c0-4 3-6 7-6s7 2 7 6M16 4.5a4 4 0 0 1 0 7M18.5 14.5c2.3.8 3.5 2.7 3.5 5.5'
const bars = 'M3 21h18M6 17v-6M12 17V4M18 17V8'
const star = 'm12 3 2.8 5.8 6.2.9-4.5 4.4 1.1 6.4L12 17.4 6.4 20.5l1.1-6.4L3 9.7l6.2-.9z'

/** The icons that cards use most, by the name before _outlined, _filled and _colorful, in a square of 24. */
const shapes: Record<string, string> = {
  add: 'M12 4v16M4 12h16',
  alarm: `M12 5a8 8 0 1 0 0 16a8 8 0 1 0 0-16M12 9v4l3 2M3 5l3-3M21 5l-3-3`,
  bell,
  notification: bell,
  calendar: 'M4 5h16v16H4zM4 10h16M8 2.5v5M16 2.5v5',
  chart: bars,
  'data-analytics': bars,
  chat: 'M3 4h18v13H11l-5 4v-4H3z',
  message: 'M3 4h18v13H11l-5 4v-4H3z',
  'chat-forbidden': 'M3 4h18v13H11l-5 4v-4H3zM9 8l6 5M15 8l-6 5',
  close: 'M5 5l14 14M19 5 5 19',
  company: 'M4 21V4h10v17M14 10h6v11M2 21h20M8 8h2M8 12h2M8 16h2',
  building: 'M4 21V4h10v17M14 10h6v11M2 21h20M8 8h2M8 12h2M8 16h2',
  copy: 'M8 8h13v13H8zM16 8V3H3v13h5',
  delete: 'M4 6h16M9 6V3h6v3M6 6l1 15h10l1-15M10 10v7M14 10v7',
  done: 'm4 12.5 5 5L20 6.5',
  yes: `${circle}M7.5 12.5l3 3 6-6.5`,
  succeed: `${circle}M7.5 12.5l3 3 6-6.5`,
  'check-circle': `${circle}M7.5 12.5l3 3 6-6.5`,
  no: `${circle}M8.5 8.5l7 7M15.5 8.5l-7 7`,
  'close-circle': `${circle}M8.5 8.5l7 7M15.5 8.5l-7 7`,
  down: 'm5 9 7 7 7-7',
  'down-small-ccm': 'm7 10 5 5 5-5',
  'down-bold': 'm5 9 7 7 7-7',
  up: 'm5 15 7-7 7 7',
  left: 'm15 5-7 7 7 7',
  right: 'm9 5 7 7-7 7',
  download: 'M12 3v12M7 10l5 5 5-5M4 20h16',
  upload: 'M12 16V4M7 9l5-5 5 5M4 20h16',
  edit: 'M4 20l1-5L16 4l4 4L9 19zM13.5 6.5l4 4',
  approval: 'M4 20h16M8 17h8l-2-5a4 4 0 1 0-4 0z',
  file: sheet,
  doc: `${sheet}M9 12h6M9 16h6`,
  'file-link-docx': `${sheet}M9 12h6M9 16h6`,
  sheet: 'M4 4h16v16H4zM4 10h16M4 15h16M10 4v16',
  table: 'M4 4h16v16H4zM4 10h16M4 15h16M10 4v16',
  flag: 'M5 21V4h14l-4 5 4 5H5',
  folder: 'M3 5h7l2 3h9v12H3z',
  forward: 'M13 5l8 7-8 7v-4c-6 0-9 2-10 4 0-6 4-10 10-10z',
  group: people,
  'member-add': people,
  community: people,
  info: `${circle}M12 11v6M12 7v.01`,
  warning: 'M12 3 2 20.5h20zM12 9.5v5M12 17.5v.01',
  'warning-triangle': 'M12 3 2 20.5h20zM12 9.5v5M12 17.5v.01',
  error: `${circle}M12 7v6M12 17v.01`,
  help: `${circle}M9 9.5a3 3 0 1 1 4.5 2.6c-1 .6-1.5 1.1-1.5 2.4M12 17.5v.01`,
  maybe: `${circle}M9 9.5a3 3 0 1 1 4.5 2.6c-1 .6-1.5 1.1-1.5 2.4M12 17.5v.01`,
  like: 'M12 20.5C5 15.5 2.5 12 2.5 8.5a4.8 4.8 0 0 1 9.5-1.3a4.8 4.8 0 0 1 9.5 1.3c0 3.5-2.5 7-9.5 12z',
  link: 'M10 14a4 4 0 0 0 6 0l4-4a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-4 4a4 4 0 0 0 6 6l1-1',
  'link-copy': 'M10 14a4 4 0 0 0 6 0l4-4a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-4 4a4 4 0 0 0 6 6l1-1',
  list: 'M8 6h13M8 12h13M8 18h13M3.5 6v.01M3.5 12v.01M3.5 18v.01',
  todo: 'M8 6h13M8 12h13M8 18h13M3 6l1 1 2-2M3 12l1 1 2-2M3 18l1 1 2-2',
  location:
    'M12 21.5c-5-5-7.5-8.5-7.5-12a7.5 7.5 0 0 1 15 0c0 3.5-2.5 7-7.5 12M12 7a2.5 2.5 0 1 0 0 5a2.5 2.5 0 1 0 0-5',
  lock: 'M5 10.5h14V21H5zM8 10.5V7a4 4 0 0 1 8 0v3.5',
  mail: 'M3 5h18v14H3zM3 7l9 7 9-7',
  more: 'M5 12v.01M12 12v.01M19 12v.01',
  person: 'M12 3.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9M4 21c0-4.5 3.5-6.5 8-6.5s8 2 8 6.5',
  member: 'M12 3.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9M4 21c0-4.5 3.5-6.5 8-6.5s8 2 8 6.5',
  reply: 'M10 5 3 11l7 6v-4c6 0 9 2 11 5 0-6-4-9-11-9z',
  refresh: 'M20 12a8 8 0 1 1-2.5-5.800M20 3v4.5h-4.5',
  search: 'M10.5 3.5a7 7 0 1 0 0 14a7 7 0 1 0 0-14M16 16l5 5',
  send: 'M3 11 21 3l-8 18-2.5-7.5z',
  setting: 'M4 7h10M18 7h2M4 17h2M10 17h10M16 5v4M8 15v4',
  star,
  time: `${circle}M12 7v5.5l3.5 2`,
  history: `${circle}M12 7v5.5l3.5 2`,
  visible: 'M2 12c3-5 6-7 10-7s7 2 10 7c-3 5-6 7-10 7s-7-2-10-7M12 9a3 3 0 1 0 0 6a3 3 0 1 0 0-6',
}
const dot = 'M12 9a3 3 0 1 0 0 6a3 3 0 1 0 0-6'

/** The lines of a standard icon; a dot for one that is not drawn here. */
export function shapeOf(token: string): { path: string; filled: boolean } {
  const name = token.replace(/_(outlined|filled|colorful)$/, '')
  return Object.hasOwn(shapes, name)
    ? { path: shapes[name] ?? dot, filled: false }
    : { path: dot, filled: true }
}
