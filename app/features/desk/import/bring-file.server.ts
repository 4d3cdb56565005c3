import type { ImportDesk } from './import.store.server'
import type { ReadFile } from './read-file.server'

const ROWS_A_CALL = 500

/** Keeps a file's rows as an import that waits to be told what its columns mean. Answers its id. */
export async function keepFile(store: ImportDesk, forum: string, name: string, { headings, rows, hash }: ReadFile): Promise<string> {
  const id = await store.begin(forum, { name: name.slice(0, 200) || 'file', hash, headings })
  for (let from = 0; from < rows.length; from += ROWS_A_CALL) await store.addRows(id, rows.slice(from, from + ROWS_A_CALL))
  return id
}
