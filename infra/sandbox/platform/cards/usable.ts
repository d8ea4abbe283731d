type Use = {
  /** What the callback of one that stands alone carries beside its value. */
  carries: 'option' | 'options' | 'input_value' | 'checked' | null
  /** Some call the bot even without a behaviour of their own. */
  callsAnyway: boolean
}

/** The components that a person presses, fills in or chooses from. */
const uses: Record<string, Use> = {
  button: { carries: null, callsAnyway: false },
  interactive_container: { carries: null, callsAnyway: false },
  overflow: { carries: 'option', callsAnyway: true },
  input: { carries: 'input_value', callsAnyway: true },
  select_static: { carries: 'option', callsAnyway: true },
  select_person: { carries: 'option', callsAnyway: true },
  multi_select_static: { carries: 'options', callsAnyway: true },
  multi_select_person: { carries: 'options', callsAnyway: true },
  date_picker: { carries: 'option', callsAnyway: true },
  picker_time: { carries: 'option', callsAnyway: true },
  picker_datetime: { carries: 'option', callsAnyway: true },
  select_img: { carries: 'options', callsAnyway: true },
  checker: { carries: 'checked', callsAnyway: false },
}

export const usageOf = (tag: string): Use | undefined => (Object.hasOwn(uses, tag) ? uses[tag] : undefined)

const nameless = new Set(['overflow', 'interactive_container'])

/** Inside a form each of these needs a name. */
export const needsName = (tag: string): boolean => usageOf(tag) !== undefined && !nameless.has(tag)
