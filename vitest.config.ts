import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    coverage: {
      include: ['shared/domain/**/*.ts'],
      thresholds: { 'shared/domain/**': { lines: 100, branches: 100, functions: 100, statements: 100 } },
    },
  },
})
