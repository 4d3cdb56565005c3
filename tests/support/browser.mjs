// Which Chromium the browser tests drive. No packages in here but Playwright's own: `npm test` asks before it installs anything.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** What a Chromium of the system needs where there is no sandbox, no GPU, and no network to speak of. */
const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']
const systemPlaces = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/**
 * Launch options for the browser at hand: PLAYWRIGHT_CHROMIUM_PATH, else Playwright's own, else the system's; undefined when there is none.
 * @returns {Promise<{ executablePath?: string, args?: string[] } | undefined>}
 */
export async function chooseBrowser() {
  const named = process.env.PLAYWRIGHT_CHROMIUM_PATH
  if (named) return { executablePath: named, args: flags }
  const { chromium } = await import('playwright')
  if (existsSync(chromium.executablePath())) return {}
  const system = systemPlaces.find(place => existsSync(place))
  return system ? { executablePath: system, args: flags } : undefined
}

/**
 * The same, after trying to get one: Playwright's own by download, else Debian's package when we are root.
 * @returns {Promise<{ executablePath?: string, args?: string[] } | undefined>}
 */
export async function chooseOrInstallBrowser() {
  const there = await chooseBrowser()
  if (there) return there
  console.log('· No browser is here; fetching one …')
  const { PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: _, ...env } = process.env
  spawnSync(process.execPath, ['node_modules/playwright/cli.js', 'install', '--only-shell', 'chromium'], { env, stdio: 'ignore', timeout: 300_000 })
  const fetched = await chooseBrowser()
  if (fetched || process.getuid?.() !== 0) return fetched
  spawnSync('apt-get', ['update', '-q'], { stdio: 'ignore' })
  spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], { stdio: 'ignore' })
  return chooseBrowser()
}
