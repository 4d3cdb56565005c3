import { readFileSync } from 'node:fs'

/** The least safe version of a package, and what an older one suffers from. */
export interface Floor {
  name: string
  /** One line a kept line of versions: `6.4.6` holds for 6.x; a version of a line that is not named must be newer than all of them. */
  least: readonly string[]
  because: string
}

/** Packages whose older versions have known holes that would reach us. `npm audit` asks the network; this list is ours and asks nobody. */
export const floors: readonly Floor[] = [
  { name: '@remix-run/server-runtime', least: ['2.17.5'], because: 'cross-site posts to resource routes (2.17.3), open redirect (2.17.4)' },
  { name: '@remix-run/node', least: ['2.17.5'], because: 'path traversal in file sessions (2.17.2)' },
  { name: '@remix-run/react', least: ['2.17.5'], because: 'script injection through meta and scroll restoration (2.17.3)' },
  { name: '@remix-run/express', least: ['2.17.5'], because: 'cache poisoning by X-Forwarded-Host (2.16.3)' },
  { name: '@remix-run/router', least: ['1.23.2'], because: 'open redirect through // paths (1.23.2)' },
  { name: 'vite', least: ['5.4.21', '6.4.6', '7.1.11'], because: 'files outside the root served by the development server' },
  { name: 'esbuild', least: ['0.25.0'], because: 'any site could read from the development server' },
  { name: 'express', least: ['4.21.2', '5.0.1'], because: 'redirect and path matching holes (4.19.2, 4.20.0, 4.21.2)' },
  { name: 'path-to-regexp', least: ['0.1.12', '1.9.0', '3.3.0', '6.3.0', '8.0.0'], because: 'backtracking that stops the server' },
  { name: 'body-parser', least: ['1.20.3', '2.0.1'], because: 'denial of service by deep URL encoding' },
  { name: 'send', least: ['0.19.0', '1.1.0'], because: 'script injection in redirects' },
  { name: 'serve-static', least: ['1.16.0', '2.1.0'], because: 'script injection in redirects' },
  { name: 'cookie', least: ['0.7.0', '1.0.0'], because: 'names and paths outside the grammar' },
  { name: 'qs', least: ['6.13.0'], because: 'prototype pollution' },
  { name: 'undici', least: ['5.28.5', '6.21.2', '7.5.0'], because: 'predictable form boundaries, leaks on bad certificates' },
  { name: 'ws', least: ['7.5.10', '8.17.1'], because: 'denial of service by many headers' },
  { name: 'jose', least: ['4.15.5', '5.0.0', '6.0.0'], because: 'resource exhaustion by compressed tokens' },
  { name: 'turbo-stream', least: ['2.4.1'], because: 'data of single fetch decoded wrongly' },
  { name: 'valibot', least: ['1.2.0'], because: 'backtracking in a pattern' },
  { name: 'tar-fs', least: ['1.16.5', '2.1.4', '3.1.1'], because: 'files outside of the target' },
  { name: 'tar', least: ['6.2.1', '7.4.3'], because: 'denial of service by deep folders' },
  { name: 'jszip', least: ['3.8.0'], because: 'files outside of the target' },
  { name: 'brace-expansion', least: ['1.1.12', '2.0.2', '4.0.1'], because: 'backtracking that stops the process' },
  { name: 'cross-spawn', least: ['6.0.6', '7.0.5'], because: 'backtracking that stops the process' },
  { name: 'braces', least: ['3.0.3'], because: 'memory exhaustion' },
  { name: 'micromatch', least: ['4.0.8'], because: 'backtracking that stops the process' },
  { name: 'nanoid', least: ['3.3.8', '5.0.9'], because: 'ids that can be foretold' },
  { name: 'semver', least: ['5.7.2', '6.3.1', '7.5.2'], because: 'backtracking that stops the process' },
  { name: 'postcss', least: ['8.4.31'], because: 'line ends read wrongly' },
  { name: 'rollup', least: ['2.79.2', '3.29.5', '4.22.4'], because: 'script injection through a shadowed document' },
  { name: 'minimist', least: ['1.2.6'], because: 'prototype pollution' },
  { name: 'js-yaml', least: ['3.14.2', '4.1.1'], because: 'prototype pollution' },
  { name: 'playwright', least: ['1.55.1'], because: 'browsers fetched without checking the certificate' },
]

/** Copies below their floor that do no harm, by place, with the reason. */
export const allowed: Readonly<Record<string, string>> = {
  'node_modules/@remix-run/dev/node_modules/esbuild': 'of the classic Remix compiler, which never runs here; the hole is in its development server',
  'node_modules/@vanilla-extract/integration/node_modules/esbuild': 'of a style compiler that Remix brings along and we do not use; the hole is in its development server',
  'node_modules/@vanilla-extract/integration/node_modules/vite/node_modules/esbuild': 'the same',
}

type Lock = { packages: Record<string, { version?: string }> }

const numbers = (version: string) => version.split('-')[0]!.split('.').map(Number)
const isOlder = (a: string, b: string): boolean => {
  const [left, right] = [numbers(a), numbers(b)]
  const at = left.findIndex((part, i) => part !== right[i])
  return at >= 0 && left[at]! < right[at]!
}
/** Versions of one line are compatible with each other: the major, or before 1.0.0 the minor. */
const lineOf = (version: string) => (version.startsWith('0.') ? numbers(version).slice(0, 2).join('.') : String(numbers(version)[0]))

/** Whether a version is at or above its line's floor; one of a line without a floor must be above them all. */
export function isSafe(version: string, least: readonly string[]): boolean {
  const floor = least.find(one => lineOf(one) === lineOf(version))
  return floor ? !isOlder(version, floor) : least.every(one => isOlder(one, version))
}

/** The packages of a lock file that are below their floor, each with its place and why, in sentences. */
export function belowFloor(lock: Lock, list: readonly Floor[] = floors): string[] {
  return Object.entries(lock.packages).flatMap(([place, { version }]) => {
    const name = place.split('node_modules/').at(-1)
    const floor = list.find(one => one.name === name)
    return floor && version && !allowed[place] && !isSafe(version, floor.least) ? [`${place} is ${version}; the least safe is ${floor.least.join(' or ')}: ${floor.because}.`] : []
  })
}

export const readLock = (): Lock => JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8')) as Lock
