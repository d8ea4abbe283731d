import * as z from 'zod'
import type { FirmChange } from '../flows/registry-token.ts'
import { enterpriseWords } from '../words/enterprise.ts'
import { registryWords } from '../words/registry.ts'

type Asked = { is: 'look'; name: string } | { is: 'add' } | { is: FirmChange; name: string }

const CHANGES: readonly FirmChange[] = ['move', 'rename', 'deregister']

/** `新增`, `更名 某某机械`, or a firm's name or code alone. */
export const EnterpriseWords = z
  .array(z.string())
  .min(1, enterpriseWords.noName)
  .transform(([first = '', ...rest]): Asked => {
    if (first === registryWords.moves.add) return { is: 'add' }
    const change = CHANGES.find((move) => registryWords.moves[move] === first)
    if (change) return { is: change, name: rest.join(' ') }
    return { is: 'look', name: [first, ...rest].join(' ') }
  })
