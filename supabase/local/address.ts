import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { readOrMakeSecrets, type Secrets } from './secrets'

// Where the embedded Supabase of a data directory answers, for the commands that want to speak to a running one.

const file = (directory: string) => join(directory, 'address')

export function writeAddress(directory: string, url: string): void {
  writeFileSync(file(directory), url)
}

export function removeAddress(directory: string): void {
  rmSync(file(directory), { force: true })
}

/** The running embedded Supabase of a data directory, if there is one. */
export async function runningStand(directory: string): Promise<{ url: string; secrets: Secrets } | undefined> {
  let url: string
  try {
    url = readFileSync(file(directory), 'utf8')
  } catch {
    return undefined
  }
  const secrets = readOrMakeSecrets(directory)
  const alive = await fetch(`${url}/auth/v1/health`, { headers: { apikey: secrets.anonKey } }).then(
    answer => answer.ok,
    () => false,
  )
  return alive ? { url, secrets } : undefined
}
