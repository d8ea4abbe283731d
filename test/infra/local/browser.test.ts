import { describe, expect, it } from 'vitest'
import { browserPath, ensureBrowser, type Machine, missingPackages } from '../../../infra/local/browser.ts'

type Given = {
  packages?: string[]
  root?: boolean
  debian?: boolean
  failingUpdates?: number
  installs?: boolean
}

/** A machine that remembers its commands, and has what was installed. */
function machine(given: Given = {}): Machine & { commands: string[] } {
  const { root = true, debian = true, installs = true } = given
  const has = new Set(given.packages ?? [])
  const commands: string[] = []
  let failing = given.failingUpdates ?? 0
  const aptGet = (verb: string, rest: readonly string[]): string | null => {
    if (!debian) return null
    if (verb === '--version') return 'apt 2.6.1'
    commands.push([verb, ...rest].join(' '))
    if (verb === 'update') return failing-- > 0 ? null : ''
    if (!installs) return null
    for (const name of rest.filter((one) => !one.startsWith('-'))) has.add(name)
    return ''
  }
  return {
    commands,
    hasFile: (path) => path === browserPath && has.has('chromium'),
    isRoot: () => root,
    run: (command, ...[verb = '', ...rest]) =>
      command === 'apt-get' ? aptGet(verb, rest) : has.has('fonts-noto-cjk') ? 'Noto Sans CJK SC' : '',
  }
}

describe('a machine for the browser tests', () => {
  it('that has Chromium and a Chinese font is left alone', () => {
    const complete = machine({ packages: ['chromium', 'fonts-noto-cjk'] })
    expect([ensureBrowser(complete), complete.commands]).toEqual([undefined, []])
  })

  it('gets both, or the one that it lacks', () => {
    const bare = machine()
    const blank = machine({ packages: ['chromium'] })
    expect([ensureBrowser(bare), ensureBrowser(blank)]).toEqual([undefined, undefined])
    expect([bare.commands, blank.commands]).toEqual([
      ['update', 'install -y --no-install-recommends chromium fonts-noto-cjk fonts-noto-color-emoji'],
      ['update', 'install -y --no-install-recommends fonts-noto-cjk fonts-noto-color-emoji'],
    ])
    expect(missingPackages(bare)).toEqual([])
  })

  it('asks for the lists again when the mirror hiccups, three times at most', () => {
    const hiccup = machine({ failingUpdates: 2 })
    expect(ensureBrowser(hiccup)).toBeUndefined()
    expect(hiccup.commands.filter((command) => command === 'update')).toHaveLength(3)
  })

  it.each<[string, Given, RegExp]>([
    [
      'nobody is root',
      { root: false },
      /only root may install.*apt-get install -y .*chromium fonts-noto-cjk/,
    ],
    ['there is no network', { failingUpdates: 3 }, /apt-get update failed 3 times: is there a network\?/],
    ['the package is refused', { installs: false }, /apt-get install failed\. Run as root/],
    ['it is not Debian', { debian: false }, /fetched on Debian only/],
  ])('says so when %s', (_, given, sentence) => {
    expect(ensureBrowser(machine(given))).toMatch(sentence)
  })
})
