/** The few pictures of the interface, drawn in lines; always beside a name that can be read out. */
const paths = {
  add: 'M12 5v14M5 12h14',
  back: 'M15 5l-7 7 7 7',
  close: 'M6 6l12 12M18 6L6 18',
  search: 'M11 4a7 7 0 1 1 0 14 7 7 0 0 1 0-14zM16 16l4 4',
  clip: 'M19 11l-7.5 7.5a4 4 0 0 1-6-5.5L13.5 5a2.8 2.8 0 0 1 4 4L9.5 17a1.3 1.3 0 0 1-2-2L14 8.5',
  at: 'M16 8v5a2.5 2.5 0 0 0 5 0v-1a9 9 0 1 0-3.5 7.100M12 8a4 4 0 1 1 0 8 4 4 0 0 1 0-8z',
  send: 'M4 12l16-8-5 16-3.5-6.500zM11.5 13.500L20 4',
  director: 'M4 7h9M17 7h3M4 17h3M11 17h9M15 4.500v5M9 14.500v5',
  menu: 'M5 7h14M5 12h14M5 17h14',
  swap: 'M7 4L3.5 7.5 7 11M4 7.500h16M17 13l3.5 3.500L17 20M20 16.500H4',
  people:
    'M9 5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7zM2.5 20c0-3.5 3-5.5 6.5-5.500s6.5 2 6.5 5.500M16 5.500a3.2 3.2 0 0 1 0 6.200M18 14.800c2 .7 3.5 2.3 3.5 5.2',
  light:
    'M12 8a4 4 0 1 1 0 8 4 4 0 0 1 0-8zM12 2v3M12 19v3M2 12h3M19 12h3M5 5l2 2M17 17l2 2M5 19l2-2M17 7l2-2',
  dark: 'M20 14.500A8.5 8.5 0 1 1 9.5 4 7 7 0 0 0 20 14.500z',
  auto: 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18zM12 3v18M12 7l6-1M12 12h9M12 17l6 1',
  file: 'M6 3h8l5 5v13H6zM14 3v5h5',
  down: 'M12 4v14M6 12l6 6 6-6',
} as const

export const Icon = ({ name, size = 20 }: { name: keyof typeof paths; size?: number }) => (
  <svg aria-hidden="true" width={size} height={size} viewBox="0 0 24 24" fill="none">
    <path
      d={paths[name]}
      stroke="currentColor"
      strokeWidth="1.7"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  </svg>
)
