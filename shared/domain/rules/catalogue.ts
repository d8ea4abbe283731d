import { asked } from './catalogue-asked.ts'
import { pointedOut } from './catalogue-pointed-out.ts'
import type { Rule } from './rule.ts'

/** The edits in force, as data: what is refused or asked as an officer files, and what a district is shown. */
export const catalogue: readonly Rule[] = [...asked, ...pointedOut]
