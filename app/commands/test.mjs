// npm test [-- <step> …]: everything a change must pass, from a fresh clone, in the order that finds faults soonest.
// The last line is the sum of all tests. A step that is not made of tests counts when it fails.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import { Refusal, build, checkNode, installPackages, step } from './prepare.mjs'
import { faultsOfFile, faultsOfSuite } from './test-faults.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
process.chdir(root)
const reports = 'node_modules/.cache/tests'

/** @typedef {{ name: string, passed: number, failed: number, seconds: number, note?: string, faults?: string[] }} Result */

/** @param {string} file */
const readReport = file => JSON.parse(readFileSync(`${reports}/${file}.json`, 'utf8'))

/** @param {string} file @param {string[]} projects @param {Record<string, string>} [env] */
function vitest(file, projects, env = {}) {
  const parameters = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${reports}/${file}.json`, '--passWithNoTests']
  const { status } = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', ...parameters, ...projects.map(name => `--project=${name}`)], {
    stdio: 'inherit',
    env: { ...process.env, ...env },
  })
  const { numPassedTests: passed, numFailedTests: failed, testResults } = readReport(file)
  // A file that would not load, or an error outside of tests, fails without a failed test.
  return { passed, failed: status === 0 ? failed : Math.max(1, failed), faults: testResults.flatMap(faultsOfFile) }
}

async function needBrowser() {
  const { chooseOrInstallBrowser } = await import('../../tests/support/browser.mjs')
  if (!(await chooseOrInstallBrowser())) throw new Refusal('There is no browser, and none could be installed: install Chromium, or set PLAYWRIGHT_CHROMIUM_PATH.')
}

function browser() {
  const { status } = spawnSync(process.execPath, ['node_modules/@playwright/test/cli.js', 'test', '--pass-with-no-tests'], { stdio: 'inherit' })
  const report = readReport('browser')
  const { expected, flaky, unexpected } = report.stats
  return { passed: expected + flaky, failed: status === 0 ? unexpected : Math.max(1, unexpected), faults: faultsOfSuite(report) }
}

function parity() {
  const asked = spawnSync(process.execPath, ['--import', 'tsx', 'tests/support/postgrest/available.ts'], { encoding: 'utf8' })
  if (asked.status === 3) {
    const sentence = asked.stdout.trim()
    if (process.env.CI) throw new Refusal(`Parity could not be tested, and here it must be. ${sentence}`)
    return { passed: 0, failed: 0, note: `skipped: ${sentence}` }
  }
  return vitest('parity', ['database', 'parity'], { TEST_STAND: 'postgrest' })
}

/** @param {string} title @param {string[]} parameters */
const npm = async (title, parameters) => {
  await step(title, 'npm', ['run', '--silent', ...parameters])
  return { passed: 0, failed: 0 }
}

/** @type {Record<string, () => Promise<Omit<Result, 'name' | 'seconds'>> | Omit<Result, 'name' | 'seconds'>>} */
const steps = {
  types: () => npm('Types', ['typecheck']),
  lint: () => npm('Lint, and the fence', ['lint']),
  unit: () => vitest('unit', ['unit']),
  database: async () => {
    await needBrowser()
    return vitest('database', ['database', 'stand'])
  },
  browser: async () => {
    await needBrowser()
    await build(root)
    return browser()
  },
  parity,
}

const onOneCore = new Set(['types', 'lint'])

/** @param {string} name @returns {Promise<Result>} */
async function run(name) {
  const began = Date.now()
  const seconds = () => (Date.now() - began) / 1000
  try {
    const outcome = await steps[name]?.()
    return { name, passed: 0, failed: 1, ...outcome, seconds: seconds() }
  } catch (error) {
    console.error(error instanceof Refusal ? error.message : error)
    return { name, passed: 0, failed: 1, seconds: seconds() }
  }
}

async function main() {
  checkNode(root)
  await installPackages(root)
  rmSync(reports, { recursive: true, force: true })
  mkdirSync(reports, { recursive: true })
  await step('Catalogues', 'npm', ['run', '--silent', 'i18n:compile'])
  const wanted = process.argv.slice(2)
  const unknown = wanted.find(name => !(name in steps))
  if (unknown) throw new Refusal(`There is no step ${unknown}; there are ${Object.keys(steps).join(', ')}.`)
  const asked = wanted.length > 0 ? wanted : Object.keys(steps)
  // Types and lint keep one core busy each, all others two.
  const together = asked.filter(name => onOneCore.has(name))
  const results = await Promise.all(together.map(run))
  for (const name of asked.filter(name => !onOneCore.has(name))) results.push(await run(name))

  console.log('')
  for (const fault of results.flatMap(({ name, faults = [] }) => faults.map(fault => `✗ ${name}: ${fault}`))) console.log(`${fault}\n`)
  for (const { name, passed, failed, seconds, note } of results) {
    const count = note ?? (passed + failed > 0 ? `${passed} passed, ${failed} failed` : 'in order')
    console.log(`${failed > 0 ? '✗' : note ? '–' : '✓'} ${name.padEnd(10)} ${`${seconds.toFixed(0)} s`.padStart(6)}  ${count}`)
  }
  /** @param {'passed' | 'failed'} kind */
  const sum = kind => results.reduce((total, result) => total + result[kind], 0)
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`)
  process.exitCode = sum('failed') > 0 ? 1 : 0
}

main().catch(error => {
  console.error(error instanceof Refusal ? `\n${error.message}` : error)
  console.log('0 passed, 1 failed')
  process.exit(1)
})
