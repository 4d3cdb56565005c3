import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { databaseTypes } from '../../supabase/local/database-types'
import { openFromTemplate } from '../../supabase/local/template'

// npm run db:types: writes app/platform/database.types.ts from a database that has all migrations.

const target = fileURLToPath(new URL('../platform/database.types.ts', import.meta.url))
const directory = mkdtempSync(join(tmpdir(), 'dastarkhan-types-'))
const database = await openFromTemplate(directory)
writeFileSync(target, await databaseTypes(database))
await database.close()
rmSync(directory, { recursive: true })
console.log(`Written: ${target}`)
