// What `npm start` and `npm test` need before anything else: a Node that is new enough, the packages, the build. No packages in here.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A reason not to go on; the message is a sentence for a person. */
export class Refusal extends Error {}

/** @param {string} file @returns {any} */
const readJson = file => JSON.parse(readFileSync(file, 'utf8'))

/**
 * Throws a Refusal when `version` (process.versions.node) is under what package.json asks for.
 * @param {string} root
 */
export function checkNode(root, version = process.versions.node) {
  /** @type {string} */
  const wanted = readJson(join(root, 'package.json')).engines.node.replace('>=', '')
  const have = version.split('.').map(Number)
  const difference = wanted.split('.').map((part, i) => (have[i] ?? 0) - Number(part)).find(part => part !== 0)
  if (difference !== undefined && difference < 0) {
    throw new Refusal(`This needs Node ${wanted} or newer, and yours is ${version}: get one at https://nodejs.org.`)
  }
}

/**
 * Whether every package of the lock file is installed in the version it names (packages for other systems aside).
 * @param {string} root
 */
export function isInstalled(root) {
  const record = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(record)) return false
  const installed = readJson(record).packages
  const wanted = readJson(join(root, 'package-lock.json')).packages
  return Object.entries(wanted).every(
    (/** @type {[string, any]} */ [place, entry]) => place === '' || entry.optional || entry.link || (installed[place] && installed[place].version === entry.version),
  )
}

/**
 * Runs a program, showing one line while it works and its words only when it fails. Answers both with the seconds it took; throws a Refusal.
 * @param {string} title
 * @param {string} program
 * @param {string[]} parameters
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<{ seconds: number, words: string }>}
 */
export function step(title, program, parameters, options = {}) {
  const began = Date.now()
  process.stdout.write(`· ${title} …`)
  return new Promise((resolve, reject) => {
    const child = spawn(program, parameters, { stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32', ...options })
    let words = ''
    /** @param {Buffer} chunk */
    const listen = chunk => {
      words = (words + chunk).slice(-200_000)
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.on('error', reject)
    child.on('exit', code => {
      const seconds = (Date.now() - began) / 1000
      const line = process.stdout.isTTY ? '\r' : '\n'
      process.stdout.write(`${line}${code === 0 ? '✓' : '✗'} ${title} (${seconds.toFixed(1)} s)\n`)
      if (code === 0) return resolve({ seconds, words })
      const full = /ENOSPC|no space left on device/i.test(words)
      reject(new Refusal(full ? 'The disk is full: make room, and start again.' : `${title} failed:\n${words.trimEnd().slice(-6_000)}`))
    })
  })
}

/**
 * Installs what the lock file names, unless it is there. Browsers are left out: only `npm test` wants one.
 * @param {string} root
 */
export async function installPackages(root) {
  if (isInstalled(root)) return
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1', NODE_ENV: 'development' }
  await step('Installing packages (once, a few minutes)', 'npm', ['ci', '--no-audit', '--no-fund', '--include=dev'], { cwd: root, env })
}

const sources = ['app', 'public', 'package-lock.json', 'vite.config.ts', 'remix.config.js', 'lingui.config.ts', 'tsconfig.json']
const written = /\.test\.tsx?$|locales\/.*\.ts$/

/**
 * When the newest file the build is made from was changed, in milliseconds since 1970.
 * @param {string} place
 * @returns {number}
 */
function newestSource(place) {
  if (!existsSync(place) || written.test(place)) return 0
  const stat = statSync(place)
  if (!stat.isDirectory()) return stat.mtimeMs
  return Math.max(0, ...readdirSync(place).map(name => newestSource(join(place, name))))
}

/**
 * Whether what stands in build/ is newer than everything it is made from.
 * @param {string} root
 */
export function isBuilt(root) {
  const stamp = join(root, 'build', '.built')
  return existsSync(stamp) && Math.max(...sources.map(name => newestSource(join(root, name)))) < statSync(stamp).mtimeMs
}

/**
 * Builds the app, unless the build is newer than its sources.
 * @param {string} root
 */
export async function build(root) {
  if (isBuilt(root)) return
  const began = new Date()
  await step('Building', 'npm', ['run', '--silent', 'build'], { cwd: root, env: { ...process.env, NODE_ENV: 'production' } })
  mkdirSync(join(root, 'build'), { recursive: true })
  writeFileSync(join(root, 'build', '.built'), began.toISOString())
}
