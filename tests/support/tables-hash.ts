import type { Backend } from './backend'

/** One line a table of all that the product and its Auth keep, with a hash of its rows: equal before and after means that nothing was written. */
export async function tablesHash(backend: Backend): Promise<string[]> {
  const tables = await backend.sql<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'private', 'auth') order by 1`, [],
  )
  const each = tables.map(({ name }) => `select '${name} ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as hash from ${name} t`)
  return (await backend.sql<{ hash: string }>(each.join(' union all '), [])).map(({ hash }) => hash)
}
