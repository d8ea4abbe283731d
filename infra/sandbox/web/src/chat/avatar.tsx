import './avatar.css'

const tones = [
  '#2b66ec',
  '#08775f',
  '#b4580a',
  '#7a47d1',
  '#c22f5c',
  '#2a7d2f',
  '#17739a',
  '#9c3fb0',
  '#a3641e',
]

/** The first letter of a name on a colour that is always the same for this id; round, and seen only. */
export function Avatar({ id, name, size = 36 }: { id: string; name: string; size?: number }) {
  const sum = [...id].reduce((total, letter) => (total * 31 + (letter.codePointAt(0) ?? 0)) % 9973, 7)
  return (
    <span
      className="face"
      aria-hidden="true"
      style={{ width: size, height: size, fontSize: size * 0.45, background: tones[sum % tones.length] }}
    >
      {[...name][0]?.toUpperCase() ?? '?'}
    </span>
  )
}

export const Badge = ({ count, label }: { count: number; label: string }) =>
  count === 0 ? null : (
    <span className="badge">
      <span aria-hidden="true">{count > 99 ? '99+' : count}</span>
      <span className="unseen">{label}</span>
    </span>
  )
