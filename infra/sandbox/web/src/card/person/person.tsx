import { words } from '../card-words.ts'
import { palette } from '../look/palette.ts'
import { useSeat } from '../seat.ts'
import './person.css'

const avatarHues = ['blue', 'turquoise', 'orange', 'purple', 'carmine', 'indigo', 'green', 'wathet']
export type PersonSize = 'extra_small' | 'small' | 'medium' | 'large'
type Given = { id: string; size?: PersonSize; name?: boolean; avatar?: boolean; capsule?: boolean }

/** Somebody: the first sign of the name on a colour that is always theirs, and the name. */
export function Person({ id, size = 'medium', name = true, avatar = true, capsule = false }: Given) {
  const { nameOf, locale } = useSeat()
  const called = nameOf(id) ?? words(locale).somebody
  return (
    <span className={`person ${size} ${capsule ? 'capsule' : ''}`} title={called}>
      {avatar && (
        <span className="avatar" style={{ background: palette.get(hueOf(id)) }} {...avatarName(called, name)}>
          {[...called].at(0)}
        </span>
      )}
      {name && <span className="name">{called}</span>}
    </span>
  )
}

const avatarName = (called: string, named: boolean) =>
  named ? { 'aria-hidden': true } : { role: 'img', 'aria-label': called }

function hueOf(id: string): string {
  let sum = 0
  for (const sign of id) sum = (sum * 31 + (sign.codePointAt(0) ?? 0)) % 9973
  return `${avatarHues[sum % avatarHues.length]}-700`
}
