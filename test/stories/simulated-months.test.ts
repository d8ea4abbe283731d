import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Ports } from '../../shared/ports.ts'
import { faults } from './simulated/faults.ts'
import { promises } from './simulated/promises.ts'
import { anyMonth } from './simulated/steps.ts'
import { aWorld } from './simulated/world.ts'

/** Any month, in a world that may have a fault, held to every promise after every step. */
const anyMonthKeepsItsPromises = (fault?: (ports: Ports) => Ports) =>
  fc.asyncProperty(anyMonth, async (steps) => {
    const world = await aWorld(fault)
    const held = promises(world)
    await held()
    for (const step of steps) {
      await world.happen(step)
      await held()
    }
  })

describe('any month that may happen', () => {
  it('keeps every promise after every step', async () => {
    // A month that fails is said with its seed and the shortest steps that were found in a minute.
    const limits = { interruptAfterTimeLimit: 60_000, markInterruptAsFailure: true }
    await fc.assert(anyMonthKeepsItsPromises(), { numRuns: 8, ...limits })
  }, 120_000)

  it.each(faults)(
    'would show %s',
    async (_, fault, promise, seed) => {
      const { failed, errorInstance } = await fc.check(anyMonthKeepsItsPromises(fault), {
        ...{ numRuns: 30, seed, endOnFailure: true },
      })
      expect(failed).toBe(true)
      expect(String(errorInstance)).toMatch(promise)
    },
    60_000,
  )
})
