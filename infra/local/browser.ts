/** Debian's own Chromium, driven from outside by the tests of the pages. */
export const browserPath = '/usr/bin/chromium'

/** Quiet, and without a sandbox of its own, which root may not have. */
export const browserArguments = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** What a machine is asked and told; `run` answers with what was printed, or null when the command failed. */
export type Machine = {
  hasFile(path: string): boolean
  isRoot(): boolean
  run(command: string, ...given: readonly string[]): string | null
}

const attempts = 3

/** Debian packages that the browser tests need and this machine lacks. */
export function missingPackages(machine: Machine): string[] {
  const chinese = machine.run('fc-list', ':lang=zh')
  return [
    ...(machine.hasFile(browserPath) ? [] : ['chromium']),
    ...(chinese === null || chinese.trim() === '' ? ['fonts-noto-cjk', 'fonts-noto-color-emoji'] : []),
  ]
}

/** Fetches what is missing. Says in one sentence what stands in the way and what to type, or undefined when all is there. */
export function ensureBrowser(machine: Machine): string | undefined {
  const packages = missingPackages(machine)
  if (packages.length === 0) return undefined
  const names = packages.join(' ')
  const byHand = `Run as root: apt-get update && apt-get install -y --no-install-recommends ${names}`
  if (machine.run('apt-get', '--version') === null)
    return `The browser tests need ${browserPath} and a Chinese font (${names}), which are fetched on Debian only.`
  if (!machine.isRoot())
    return `The browser tests need ${names}, and only root may install packages. ${byHand}`
  if (!refreshed(machine))
    return `The browser tests need ${names}, but apt-get update failed ${attempts} times: is there a network? ${byHand}`
  if (machine.run('apt-get', 'install', '-y', '--no-install-recommends', ...packages) === null)
    return `The browser tests need ${names}, but apt-get install failed. ${byHand}`
  const still = missingPackages(machine)
  return still.length === 0 ? undefined : `${still.join(' ')} was installed and is still not found.`
}

/** The lists of a fresh machine are empty, and a mirror hiccups now and then. */
function refreshed(machine: Machine): boolean {
  return Array.from({ length: attempts }).some(() => machine.run('apt-get', 'update') !== null)
}
