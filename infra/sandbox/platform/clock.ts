import type { State } from './state/state.ts'

export type Mode = 'flowing' | 'frozen'
export type Clock = ReturnType<typeof createClock>

/** The one clock of the sandbox. Flowing: wall time and an offset. Frozen: where it was put. */
export function createClock(state: State) {
  const settings = () => {
    const [kept] = state.settings.all()
    if (kept === undefined) throw new Error('The settings are written before the clock is read.')
    return kept
  }
  const keep = (clock: ReturnType<typeof settings>['clock']) =>
    state.commit(state.settings.put('app', { ...settings(), clock }))
  const now = () => {
    const { mode, at, offset } = settings().clock
    return mode === 'frozen' ? at : Date.now() + offset
  }

  return {
    now,
    mode: (): Mode => settings().clock.mode,
    freezeAt: (at: number) => keep({ mode: 'frozen', at, offset: at - Date.now() }),
    flowFrom: (at: number) => keep({ mode: 'flowing', at, offset: at - Date.now() }),
  }
}
