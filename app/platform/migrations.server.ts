import { readdirSync } from 'node:fs'

/** The version of the newest migration this code comes with: a database that has not got it is not ready. Empty where the files were not shipped. */
export function newestMigration(directory = 'supabase/migrations'): string {
  try {
    return readdirSync(directory).flatMap(file => /^(\d+)_.*\.sql$/.exec(file)?.[1] ?? []).sort().at(-1) ?? ''
  } catch {
    return ''
  }
}
