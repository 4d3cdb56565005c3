// What failed, by name and with its first lines, out of the reports of vitest and Playwright: said again at the end, where a reader looks.
import { stripVTControlCharacters } from 'node:util'

/** @param {string | undefined} message */
const headOf = (message = '') => stripVTControlCharacters(message).trim().split('\n').slice(0, 6).join('\n    ')

/**
 * @typedef {{ status: string, fullName: string, failureMessages: string[] }} VitestResult
 * @param {{ name: string, status: string, message: string, assertionResults: VitestResult[] }} file one file of vitest's report
 * @returns {string[]} its failed tests; when there is none though the file failed, why it would not load
 */
export function faultsOfFile({ name, status, message, assertionResults }) {
  const tests = assertionResults.filter(test => test.status === 'failed').map(test => `${test.fullName}\n    ${headOf(test.failureMessages[0])}`)
  return tests.length > 0 || status === 'passed' ? tests : [`${name}\n    ${headOf(message)}`]
}

/**
 * @typedef {{ status: string, results: Array<{ error?: { message?: string } }> }} PlaywrightTest
 * @typedef {{ suites?: PlaywrightSuite[], specs?: Array<{ title: string, tests: PlaywrightTest[] }> }} PlaywrightSuite
 * @param {PlaywrightSuite} suite Playwright's report, or a suite within it
 * @returns {string[]} its failed tests, and those that passed only when tried again
 */
export function faultsOfSuite({ suites = [], specs = [] }) {
  const own = specs.flatMap(({ title, tests }) => tests
    .filter(test => test.status === 'unexpected' || test.status === 'flaky')
    .map(test => `${title}${test.status === 'flaky' ? ' (passed when tried again)' : ''}\n    ${headOf(test.results[0]?.error?.message)}`))
  return [...own, ...suites.flatMap(faultsOfSuite)]
}
