import { parseArgs } from 'node:util'

import { standSettings } from '~/platform/env.server'
import { openDirectory } from '../../supabase/local/data-directory'
import { openPostgres } from '../../supabase/local/database'
import { lockDirectory } from '../../supabase/local/lock'
import { migrate, readMigrations } from '../../supabase/local/migrations'
import { dataDirectory, runCommand } from './command'

// npm run migrate [-- --database-url postgres://…]: brings a Supabase project's database, or the stopped stand of this machine, to the
// newest migration. Recorded as the Supabase CLI records it, so that `supabase db push` and this may take turns.

await runCommand(async () => {
  const { values } = parseArgs({ options: { 'database-url': { type: 'string' } } })
  const url = values['database-url'] ?? standSettings().databaseUrl
  const directory = dataDirectory()
  const unlock = url ? () => {} : await lockDirectory(directory)
  const database = url ? openPostgres(url) : await openDirectory(directory)
  try {
    const applied = await migrate(database, await readMigrations())
    console.log(applied.length > 0 ? `Applied: ${applied.join(', ')}` : 'Nothing to apply: the database has all migrations.')
  } finally {
    await database.close()
    unlock()
  }
})
